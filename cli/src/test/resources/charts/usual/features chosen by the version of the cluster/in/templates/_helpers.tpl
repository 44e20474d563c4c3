{{- define "agent.minor" -}}
{{- (semver .Capabilities.KubeVersion.Version).Minor -}}
{{- end -}}
{{- define "agent.yesno" -}}
{{- if or (eq (toString .) "true") (eq (toString .) "yes") -}}true{{- end -}}
{{- end -}}
{{- define "agent.crd" -}}
{{- if .Capabilities.APIVersions.Has "policy.example.io/v1/Policy" -}}present{{- else -}}absent{{- end -}}
{{- end -}}
