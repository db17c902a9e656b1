# A user C module, described as MicroPython's documentation asks (docs/develop/cmodules.rst).
CEXAMPLE_DIR := $(USERMOD_DIR)

SRC_USERMOD_C += $(CEXAMPLE_DIR)/cexample.c
CFLAGS_USERMOD += -I$(CEXAMPLE_DIR)
