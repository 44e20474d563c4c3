{{- define "forge.assembleHost" -}}
{{- $name := .name -}}
{{- $result := dict -}}
{{- if .context.Values.global.hosts.domain -}}
{{-   $_ := set $result "domainHost" (printf ".%s" .context.Values.global.hosts.domain) -}}
{{-   if .context.Values.global.hosts.hostSuffix -}}
{{-     $_ := set $result "domainHost" (printf "-%s%s" .context.Values.global.hosts.hostSuffix $result.domainHost) -}}
{{-   end -}}
{{-   $_ := set $result "domainHost" (printf "%s%s" $name $result.domainHost) -}}
{{- end -}}
{{- $result.domainHost -}}
{{- end -}}
{{- define "forge.host" -}}
{{- $local := pluck "psql" $.Values | first -}}
{{- $cfg := mergeOverwrite (deepCopy .Values.global.psql) (default (dict) $local) -}}
host={{ coalesce $cfg.host (printf "%s-postgresql.%s.svc" .Release.Name .Release.Namespace) }} port={{ $cfg.port | int }} secret={{ tpl (dig "password" "secret" (printf "%s-default" .Release.Name) $cfg) . }}
{{- end -}}
{{- define "forge.labels" -}}
{{- range $k, $v := merge (dict) (.Values.common | default dict).labels .Values.global.common.labels }}
{{ $k }}: {{ $v | quote }}
{{- end }}
{{- end -}}
