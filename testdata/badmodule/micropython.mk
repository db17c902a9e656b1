SRC_USERMOD_C += $(USERMOD_DIR)/badmodule.c
