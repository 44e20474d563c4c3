{{- define "flow.dags" -}}
{{- if .Values.dags.gitSync.enabled }}
{{- printf "%s/repo/%s" .Values.dags.path .Values.dags.gitSync.subPath }}
{{- else }}
{{- .Values.dags.path }}
{{- end }}
{{- end }}
{{- define "flow.env" }}
{{- range $i, $config := .Values.env }}
- name: {{ $config.name }}
  value: {{ $config.value | quote }}
{{- if and (eq $.Values.executor "KubernetesExecutor") (hasPrefix "K8S_" $config.name) }}
- name: FLOW__{{ $config.name }}
  value: {{ $config.value }}
{{- end }}
{{- end }}
{{- end }}
