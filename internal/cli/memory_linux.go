package cli

import (
	"os"
	"path"
	"strconv"
	"strings"
)

// memoryLimit is what the control groups around this process leave it, in bytes; 0 where they set no limit. See cgroups(7).
func memoryLimit() (least int64) {
	groups, _ := os.ReadFile("/proc/self/cgroup") // "4:memory:/a/b" in the first version, "0::/a/b" in the second
	for line := range strings.Lines(string(groups)) {
		fields := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(fields) < 3 || fields[1] != "memory" && fields[1] != "" {
			continue
		}
		root, file := "/sys/fs/cgroup/memory", "memory.limit_in_bytes"
		if fields[1] == "" {
			root, file = "/sys/fs/cgroup", "memory.max"
		}
		for group := fields[2]; ; group = path.Dir(group) { // the tightest of all around
			text, _ := os.ReadFile(path.Join(root, group, file))
			limit, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
			if err == nil && limit < 1<<60 && (least == 0 || limit < least) {
				least = limit
			}
			if group == "/" || group == "." {
				break
			}
		}
	}
	return least
}
