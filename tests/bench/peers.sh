# peers.sh - for the scripts beside it: the same guest under Sparkler and under QEMU's microvm machine. To be sourced, in the
# lab or on a machine with a good KVM. Copies the guest's files into memory first, so that no run pays for reading them.
# Settings: $engine, $guest (directory made by build-guest), $arguments (for the guest's kernel), $memory (MiB), and for more devices
# than disks $sections (of our configuration file, each with a comma before it) and $devices (an array, QEMU's arguments).
work=$(mktemp -d /dev/shm/sparkler-bench.XXXXXX)
trap 'rm -rf "$work"' EXIT
cp "$guest/vmlinux" "$guest/initrd" "$work/"
cp --sparse=always "$guest/rootfs.ext4" "$work/root-sparkler"
cp --sparse=always "$guest/rootfs.ext4" "$work/root-qemu"
cp "$engine" "$work/engine"
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")

# What both kernels are told; how to reset differs: our machine has a keyboard controller, QEMU's microvm has not.
common="console=ttyS0 panic=1 quiet loglevel=1 root=LABEL=sparkler"

# run_sparkler REGEX ENGINE [DISK]: time-to-line's answer; ENGINE is Sync or Async.
run_sparkler() {
    local drives="{\"drive_id\":\"root\",\"path_on_host\":\"$work/root-sparkler\",\"is_root_device\":false,\"is_read_only\":false,\"io_engine\":\"$2\"}"
    [ -z "${3-}" ] || drives+=",{\"drive_id\":\"data\",\"path_on_host\":\"$3\",\"is_root_device\":false,\"is_read_only\":false,\"io_engine\":\"$2\"}"
    cat >"$work/vm.json" <<JSON
{"boot-source": {"kernel_image_path": "$work/vmlinux", "initrd_path": "$work/initrd",
  "boot_args": "$common reboot=k i8042.noaux i8042.nomux i8042.dumbkbd $arguments"},
 "drives": [$drives], "machine-config": {"vcpu_count": 1, "mem_size_mib": ${memory:-256}}${sections:-}}
JSON
    "$here/time-to-line" "$1" "$work/engine" --no-api --config-file "$work/vm.json" --log-path "$work/log"
}

# run_qemu REGEX AIO [DISK]: likewise; AIO is threads or io_uring.
run_qemu() {
    local disks=(-drive "if=none,id=d0,file=$work/root-qemu,format=raw,cache.direct=off,aio=$2" -device virtio-blk-device,drive=d0)
    [ -z "${3-}" ] || disks+=(-drive "if=none,id=d1,file=$3,format=raw,cache.direct=off,aio=$2" -device virtio-blk-device,drive=d1)
    "$here/time-to-line" "$1" qemu-system-x86_64 -M microvm,acpi=on,x-option-roms=off -enable-kvm -cpu host -m "${memory:-256}" \
        -nodefaults -no-user-config -nographic -serial stdio -no-reboot -global virtio-mmio.force-legacy=false \
        -kernel "$work/vmlinux" -initrd "$work/initrd" -append "$common reboot=t $arguments" "${disks[@]}" ${devices[@]+"${devices[@]}"}
}

# compare TITLE ARRAY BASE: medians of the runs in ARRAY (by name, as in $names), and their ratio to that of the name BASE.
compare() {
    local -n values=$2
    local name base middle
    base=$(median ${values[$3]})
    for name in "${names[@]}"; do
        middle=$(median ${values[$name]})
        echo "median: $1: $name $middle, ratio to $3 $(ratio "$middle" "$base")"
    done
}

# median NUMBER...
median() { printf '%s\n' "$@" | sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }
