# The minimal variant carries no frozen modules.
