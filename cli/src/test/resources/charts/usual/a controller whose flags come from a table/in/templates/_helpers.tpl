{{- define "ingress.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- define "image" -}}
{{- if .chroot -}}
{{- printf "%s-chroot" .image -}}
{{- else -}}
{{- printf "%s" .image -}}
{{- end }}
{{- end -}}
{{- define "imageDigest" -}}
{{- if .digest -}}@{{ .digest }}{{- end -}}
{{- end -}}
{{- /* All flags of the controller. */ -}}
{{- define "params" -}}
- /controller
- --publish-service={{ template "publishPath" . }}
- --election-id={{ default (printf "%s-leader" (include "ingress.name" .)) .Values.controller.electionID }}
- --controller-class={{ .Values.controller.ingressClassResource.controllerValue }}
{{- if .Values.tcp }}
- --tcp-services-configmap={{ default "$(POD_NAMESPACE)" .Values.controller.tcpNamespace }}/{{ include "ingress.name" . }}-tcp
{{- end }}
{{- range $key, $value := .Values.controller.extraArgs }}
{{- if $value }}
- --{{ $key }}={{ tpl ($value | toString) $ }}
{{- else }}
- --{{ $key }}
{{- end }}
{{- end }}
{{- end -}}
{{- define "publishPath" -}}
{{- $name := default (printf "%s/%s" "$(POD_NAMESPACE)" (include "ingress.name" .)) .Values.controller.publishPath }}
{{- print $name | trimSuffix "-" -}}
{{- end -}}
{{- define "isTagValid" -}}
{{- if not (semverCompare ">=0.27.0-0" .Values.controller.image.tag) -}}
{{- fail "Controller container image tag should be 0.27.0 or higher" -}}
{{- end -}}
{{- end -}}
