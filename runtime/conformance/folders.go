package conformance

import (
	"io/fs"
	"os"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// sentFolders remembers which folders a host elsewhere has, and reads those that it lacks.
type sentFolders map[string]bool

// missing returns the folders that mounts name and that were not sent yet.
func (s sentFolders) missing(mounts []protocol.MountText) ([]protocol.FolderText, error) {
	var folders []protocol.FolderText
	for _, mount := range mounts {
		if mount.Folder == "" || s[mount.Folder] {
			continue
		}
		files, err := readFolder(mount.Folder)
		if err != nil {
			return nil, err
		}
		folders = append(folders, protocol.FolderText{Name: mount.Folder, Files: files})
		s[mount.Folder] = true
	}
	return folders, nil
}

// readFolder reads all files in a folder and below it. Symbolic links are left out: only hosts that have the folder itself
// could follow them.
func readFolder(dir string) (map[string]protocol.Text, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	files := make(map[string]protocol.Text)
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		data, err := root.ReadFile(name)
		files[name] = data
		return err
	})
	return files, err
}
