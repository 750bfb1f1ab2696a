package watch

import "golang.org/x/sys/unix"

// silent are the kinds of disk that tell little or nothing of changes made elsewhere, by the number statfs gives them.
var silent = map[uint32]bool{
	unix.NFS_SUPER_MAGIC:  true,
	unix.SMB_SUPER_MAGIC:  true,
	unix.SMB2_SUPER_MAGIC: true,
	unix.CIFS_SUPER_MAGIC: true,
	unix.FUSE_SUPER_MAGIC: true, // also virtiofs, sshfs
	unix.V9FS_MAGIC:       true, // also the disks of Windows below WSL
	unix.CEPH_SUPER_MAGIC: true,
	unix.AFS_SUPER_MAGIC:  true,
	unix.CODA_SUPER_MAGIC: true,
	unix.NCP_SUPER_MAGIC:  true,
	0x786f4256:            true, // vboxsf
}

func isRemote(dir string) bool {
	var s unix.Statfs_t
	return unix.Statfs(dir, &s) == nil && silent[uint32(s.Type)]
}
