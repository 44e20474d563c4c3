{{- define "mesh.config" -}}
{{- $fromFile := tpl (.Files.Get "files/config.yaml") . | fromYaml -}}
{{- $config := mergeOverwrite $fromFile (default dict .Values.meshConfig) -}}
{{- range $key, $value := $config }}
{{- if kindIs "invalid" $value }}{{ $_ := unset $config $key }}{{ end }}
{{- end }}
{{- toYaml $config }}
{{- end }}
{{- define "mesh.image" -}}
{{- if contains "/" .Values.pilot.image }}{{ .Values.pilot.image }}{{ else -}}
{{ .Values.pilot.hub | default .Values.global.hub }}/{{ .Values.pilot.image | default "pilot" }}:{{ .Values.pilot.tag | default .Values.global.tag }}{{ with (.Values.pilot.variant | default .Values.global.variant) }}-{{ . }}{{ end }}
{{- end }}
{{- end }}
