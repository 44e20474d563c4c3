{{- define "cache.host" -}}
{{ .Release.Name }}-{{ .Chart.Name }}.{{ .Values.global.domain }}
{{- end }}
