# Packages of executors.
