package wasifs

import (
	"errors"
	"fmt"
	"io/fs"
)

// Errno is an error number of WASI preview1. It is the same on every host: what the host's system says is
// translated, never passed on.
//
// See https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md#errno
type Errno uint32

// The numbers that are used.
const (
	OK           Errno = 0
	EACCES       Errno = 2
	EBADF        Errno = 8
	EBUSY        Errno = 10
	EEXIST       Errno = 20
	EFAULT       Errno = 21
	EFBIG        Errno = 22
	EINVAL       Errno = 28
	EIO          Errno = 29
	EISDIR       Errno = 31
	ELOOP        Errno = 32
	EMFILE       Errno = 33
	ENAMETOOLONG Errno = 37
	ENOENT       Errno = 44
	ENOMEM       Errno = 48
	ENOSPC       Errno = 51
	ENOTDIR      Errno = 54
	ENOTEMPTY    Errno = 55
	ENOTSUP      Errno = 58
	EROFS        Errno = 69
	EXDEV        Errno = 75
	ENOTCAPABLE  Errno = 76
)

var errnoNames = map[Errno]string{
	OK: "OK", EACCES: "EACCES", EBADF: "EBADF", EBUSY: "EBUSY", EEXIST: "EEXIST", EFAULT: "EFAULT", EFBIG: "EFBIG",
	EINVAL: "EINVAL", EIO: "EIO", EISDIR: "EISDIR", ELOOP: "ELOOP", EMFILE: "EMFILE", ENAMETOOLONG: "ENAMETOOLONG",
	ENOENT: "ENOENT", ENOMEM: "ENOMEM", ENOSPC: "ENOSPC", ENOTDIR: "ENOTDIR", ENOTEMPTY: "ENOTEMPTY", ENOTSUP: "ENOTSUP",
	EROFS: "EROFS", EXDEV: "EXDEV", ENOTCAPABLE: "ENOTCAPABLE",
}

func (e Errno) String() string {
	if name, ok := errnoNames[e]; ok {
		return name
	}
	return fmt.Sprintf("errno %d", uint32(e))
}

// hostErrno says what the guest is told of an error of a mounted file system.
func hostErrno(err error) Errno {
	switch {
	case err == nil:
		return OK
	case errors.Is(err, fs.ErrNotExist):
		return ENOENT
	case errors.Is(err, fs.ErrPermission):
		return EACCES
	case errors.Is(err, fs.ErrInvalid):
		return EINVAL
	}
	return EIO
}
