	echo all
all: build
