package sandbox

import (
	"context"
	"fmt"

	"github.com/tetratelabs/wazero/api"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// wasiModule is the module of WASI preview1.
//
// See https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
const wasiModule = "wasi_snapshot_preview1"

// wasiCall is a call of the guest to WASI.
type wasiCall struct {
	ctx     context.Context
	session *Session
	memory  *guestmem.Memory
	args    []uint64
}

// wasiFunction answers a call.
type wasiFunction struct {
	params []api.ValueType
	answer func(*wasiCall) wasifs.Errno
}

const (
	i32 = api.ValueTypeI32
	i64 = api.ValueTypeI64
)

// wasiFunctions is what the artifact imports of WASI, all of which returns an errno. There is proc_exit beside.
var wasiFunctions = map[string]wasiFunction{
	"environ_get":           {[]api.ValueType{i32, i32}, environGet},
	"environ_sizes_get":     {[]api.ValueType{i32, i32}, environSizesGet},
	"clock_time_get":        {[]api.ValueType{i32, i64, i32}, clockTimeGet},
	"random_get":            {[]api.ValueType{i32, i32}, randomGet},
	"poll_oneoff":           {[]api.ValueType{i32, i32, i32, i32}, pollOneoff},
	"fd_close":              {[]api.ValueType{i32}, fdClose},
	"fd_fdstat_get":         {[]api.ValueType{i32, i32}, fdFdstatGet},
	"fd_prestat_get":        {[]api.ValueType{i32, i32}, fdPrestatGet},
	"fd_prestat_dir_name":   {[]api.ValueType{i32, i32, i32}, fdPrestatDirName},
	"fd_read":               {[]api.ValueType{i32, i32, i32, i32}, fdRead},
	"fd_readdir":            {[]api.ValueType{i32, i32, i32, i64, i32}, fdReaddir},
	"fd_seek":               {[]api.ValueType{i32, i64, i32, i32}, fdSeek},
	"fd_sync":               {[]api.ValueType{i32}, fdSync},
	"fd_write":              {[]api.ValueType{i32, i32, i32, i32}, fdWrite},
	"path_create_directory": {[]api.ValueType{i32, i32, i32}, pathCreateDirectory},
	"path_filestat_get":     {[]api.ValueType{i32, i32, i32, i32, i32}, pathFilestatGet},
	"path_open":             {[]api.ValueType{i32, i32, i32, i32, i32, i64, i64, i32, i32}, pathOpen},
	"path_remove_directory": {[]api.ValueType{i32, i32, i32}, pathRemoveDirectory},
	"path_rename":           {[]api.ValueType{i32, i32, i32, i32, i32, i32}, pathRename},
	"path_unlink_file":      {[]api.ValueType{i32, i32, i32}, pathUnlinkFile},
}

// wasiImports are these functions, and proc_exit.
func wasiImports() []hostImport {
	imports := []hostImport{{wasiModule, "proc_exit", []api.ValueType{i32}, nil, api.GoFunc(procExit)}}
	for name, function := range wasiFunctions {
		imports = append(imports, hostImport{wasiModule, name, function.params, []api.ValueType{i32}, function})
	}
	return imports
}

// Call answers the guest. It may call into a mounted file system, which is the caller's code: a panic there is trouble of
// the host.
func (w wasiFunction) Call(ctx context.Context, stack []uint64) {
	run := runOf(ctx)
	defer func() {
		if p := recover(); p != nil {
			run.fail(fmt.Errorf("answering WASI: panic: %v", p))
			stack[0] = uint64(wasifs.EIO)
		}
	}()
	stack[0] = uint64(w.answer(&wasiCall{ctx: ctx, session: run.session, memory: run.memory(), args: stack}))
}

// procExit is what the C library calls when it cannot go on. The guest must not return from it.
func procExit(_ context.Context, stack []uint64) {
	panic(fmt.Errorf("guest called proc_exit(%d)", int32(stack[0])))
}

// u32 returns an argument.
func (c *wasiCall) u32(i int) uint32 { return uint32(c.args[i]) }

// bytes returns memory that the argument points to.
func (c *wasiCall) bytes(i int, size uint32) ([]byte, wasifs.Errno) {
	data, ok := c.memory.Read(c.u32(i), size)
	if !ok {
		return nil, wasifs.EFAULT
	}
	return data, wasifs.OK
}

// put32 and put64 store a number where the argument points to.
func (c *wasiCall) put32(i int, v uint32) wasifs.Errno {
	if !c.memory.WriteUint32(c.u32(i), v) {
		return wasifs.EFAULT
	}
	return wasifs.OK
}

func (c *wasiCall) put64(i int, v uint64) wasifs.Errno {
	if !c.memory.WriteUint64(c.u32(i), v) {
		return wasifs.EFAULT
	}
	return wasifs.OK
}
