// Package compilecache compiles WebAssembly modules with wazero, and keeps the machine code in a folder of the user's.
//
// wazero has a cache of its own, which an error in a file makes useless: a file that is cut or damaged fails every compilation, or,
// where only its code has a checksum, jumps into the midst of nowhere; and a folder that cannot be written to fails one that has
// succeeded. Here each module has a folder, in which the file sums has a checksum of each of wazero's files: what does not fit it is
// removed before wazero sees it, and made again. A folder that is of no use is done without, which costs time and is no error.
//
// That protects from accidents. Who can write to the folder can have any code run.
package compilecache

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/tetratelabs/wazero"
)

// Compiled is a module, compiled, with the runtime that runs it.
type Compiled struct {
	// Runtime is what the function open gave.
	Runtime wazero.Runtime
	// Module is the module.
	Module wazero.CompiledModule
	cache  wazero.CompilationCache // nil if there is none
}

// Close frees all of it.
func (c Compiled) Close(ctx context.Context) error {
	err := c.Runtime.Close(ctx)
	if c.cache != nil {
		err = errors.Join(err, c.cache.Close(ctx))
	}
	return err
}

// Compile compiles a module, or finds it in the folder dir; "" is none. The function open makes a runtime with a cache, or without one
// if that is nil; it may be called twice, and closes what it made before it returns an error.
func Compile(ctx context.Context, dir string, module []byte, open func(wazero.CompilationCache) (wazero.Runtime, error)) (Compiled, error) {
	if dir != "" {
		if f, ok := openFolder(dir, module); ok {
			if compiled, err := compile(ctx, f.cache, module, open); err == nil {
				f.keep()
				return compiled, nil
			}
		}
	}
	return compile(ctx, nil, module, open)
}

func compile(ctx context.Context, cache wazero.CompilationCache, module []byte, open func(wazero.CompilationCache) (wazero.Runtime, error)) (c Compiled, err error) {
	c.cache = cache
	if c.Runtime, err = open(cache); err != nil {
		if cache != nil {
			err = errors.Join(err, cache.Close(context.WithoutCancel(ctx)))
		}
		return Compiled{}, err
	}
	if c.Module, err = c.Runtime.CompileModule(ctx, module); err != nil && cache != nil {
		// Where the code could not be written, the runtime has it nevertheless, and gives it now.
		c.Module, err = c.Runtime.CompileModule(ctx, module)
	}
	if err != nil {
		return Compiled{}, errors.Join(err, c.Close(context.WithoutCancel(ctx)))
	}
	return c, nil
}

// folder is the folder of one module.
type folder struct {
	dir   string
	cache wazero.CompilationCache
	known map[string]sum // of files that are whole
}

// sum is what the file sums says of a file.
type sum struct {
	Size   int64  `json:"size"`
	CRC32C uint32 `json:"crc32c"`
}

const sumsName = "sums"

// openFolder removes what is damaged and opens a cache. It is not ok if the folder is of no use.
func openFolder(dir string, module []byte) (_ *folder, ok bool) {
	digest := sha256.Sum256(module)
	f := &folder{dir: filepath.Join(dir, hex.EncodeToString(digest[:8])), known: map[string]sum{}}
	if os.MkdirAll(f.dir, 0o700) != nil {
		return nil, false
	}
	listed := map[string]sum{}
	if data, err := readSmall(filepath.Join(f.dir, sumsName)); err != nil || json.Unmarshal(data, &listed) != nil {
		listed = nil
	}
	err := f.walk(func(name string) error {
		found, err := sumOf(filepath.Join(f.dir, name))
		if wanted, known := listed[name]; err == nil && known && wanted == found {
			f.known[name] = found
			return nil
		}
		return os.Remove(filepath.Join(f.dir, name))
	})
	if err != nil {
		return nil, false
	}
	if f.cache, err = wazero.NewCompilationCacheWithDir(f.dir); err != nil {
		return nil, false
	}
	return f, true
}

// keep notes the files that wazero has added. Another process may do the same: what one of them notes of a file that the other
// replaces is found to be wrong by the next, which makes the file again.
func (f *folder) keep() {
	now := map[string]sum{}
	err := f.walk(func(name string) (err error) {
		known, ok := f.known[name]
		if !ok {
			known, err = sumOf(filepath.Join(f.dir, name))
		}
		now[name] = known
		return err
	})
	if err != nil || maps.Equal(now, f.known) {
		return
	}
	if data, err := json.Marshal(now); err == nil {
		_ = replace(filepath.Join(f.dir, sumsName), data)
	}
}

// abandoned is after what time a temporary file belongs to a process that was killed.
const abandoned = time.Hour

// walk calls a function for all that wazero may read, by its path relative to the folder.
func (f *folder) walk(each func(name string) error) error {
	return filepath.WalkDir(f.dir, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another process has removed it
		}
		if err != nil {
			return err
		}
		name, err := filepath.Rel(f.dir, path)
		if err != nil || entry.IsDir() || name == sumsName {
			return err
		}
		if strings.HasSuffix(name, ".tmp") { // wazero's or ours, being written
			if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
				return os.Remove(path)
			}
			return nil
		}
		if err := each(name); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli) // which processors have an instruction for

// sumOf reads a file, which must be a regular one.
func sumOf(path string) (sum, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return sum{}, err
	}
	if !info.Mode().IsRegular() {
		return sum{}, fmt.Errorf("%s is no regular file", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return sum{}, err
	}
	defer file.Close()
	hash := crc32.New(castagnoli)
	n, err := io.CopyBuffer(hash, file, make([]byte, 1<<20))
	return sum{n, hash.Sum32()}, err
}

// readSmall reads a file of ours.
func readSmall(path string) ([]byte, error) {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
		return nil, errors.Join(err, fs.ErrInvalid)
	}
	return os.ReadFile(path)
}

// replace writes a file so that whoever reads it finds the old content or the new.
func replace(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), sumsName+".*.tmp")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}
