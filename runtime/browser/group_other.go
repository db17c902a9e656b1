//go:build !unix

package browser

import "os/exec"

// ownGroup does nothing where there are no groups of processes: browsers end their children themselves there.
func ownGroup(*exec.Cmd) {}

// killGroup ends the process. That it has ended is no error.
func killGroup(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

// endGroup ends the process, which cannot be asked.
func endGroup(cmd *exec.Cmd) { killGroup(cmd) }
