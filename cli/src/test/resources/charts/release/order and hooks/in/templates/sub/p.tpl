kind: Pod
metadata: {name: p}



