{{- define "valid.check" -}}
{{- $messages := list -}}
{{- $messages = append $messages (include "valid.mode" .) -}}
{{- $messages = append $messages (include "valid.port" .) -}}
{{- $messages = without $messages "" -}}
{{- $message := join "\n" $messages -}}
{{- if $message -}}
{{- printf "\nVALUES VALIDATION:\n%s" $message | fail -}}
{{- end -}}
{{- end -}}
{{- define "valid.mode" -}}
{{- if not (has .Values.mode (list "dev" "prod")) -}}
valid: mode
    Unknown mode {{ .Values.mode | quote }}
{{- end -}}
{{- end -}}
{{- define "valid.port" -}}
{{- if or (lt (int .Values.port) 1) (gt (int .Values.port) 65535) -}}
valid: port
    {{ .Values.port }} is no port
{{- end -}}
{{- end -}}
