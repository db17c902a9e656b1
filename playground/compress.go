package playground

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"path"
	"runtime"

	"github.com/andybalholm/brotli"
	"golang.org/x/sync/errgroup"
)

// compressible are the kinds of files that compressing makes smaller.
var compressible = map[string]bool{".html": true, ".js": true, ".css": true, ".wasm": true, ".json": true, ".map": true, ".svg": true, ".txt": true, ".webmanifest": true}

// compress fills in the compressed forms, each as small as its format allows: it is done once, and the
// files are fetched many times.
func (s *Site) compress(ctx context.Context) error {
	same := map[[sha256.Size]byte][]*File{} // the artifact is there twice
	for i := range s.Files {
		file := &s.Files[i]
		if compressible[path.Ext(file.Path)] {
			sum := sha256.Sum256(file.Data)
			same[sum] = append(same[sum], file)
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, files := range same {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("compressing the page: %w", err)
			}
			if err := files[0].compress(); err != nil {
				return err
			}
			for _, file := range files[1:] {
				file.Gzip, file.Brotli = files[0].Gzip, files[0].Brotli
			}
			return nil
		})
	}
	return group.Wait()
}

func (f *File) compress() (err error) {
	if f.Gzip, err = smaller(f.Data, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) }); err != nil {
		return fmt.Errorf("compressing %s with gzip: %w", f.Path, err)
	}
	quality := brotli.BestCompression
	if path.Ext(f.Path) == ".map" { // large, and loaded by developers alone
		quality = brotli.DefaultCompression
	}
	if f.Brotli, err = smaller(f.Data, func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: quality, LGWin: 22}), nil
	}); err != nil {
		return fmt.Errorf("compressing %s with brotli: %w", f.Path, err)
	}
	return nil
}

// smaller returns the data compressed, or nil if that gains nothing.
func smaller(data []byte, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := compressor(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if out.Len() >= len(data) {
		return nil, nil
	}
	return out.Bytes(), nil
}
