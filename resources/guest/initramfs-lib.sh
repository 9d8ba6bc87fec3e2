# initramfs-lib.sh - what the guest's initramfs and the lab's have in common. To be sourced.

# copy_modules KERNEL_ROOT RELEASE DESTINATION MODULE...
# Copies the modules, with all that they depend on, uncompressed to DESTINATION/lib/modules and
# makes the index that modprobe wants. Modules built into this kernel, or unknown to it, are left out:
# the flavours differ in that, and the list is the same for all.
copy_modules() {
    local root=$1 release=$2 destination=$3 module verb file target
    shift 3
    for module; do
        # One line per file, dependencies first: 'insmod FILE' or 'builtin NAME'.
        while read -r verb file _; do
            [ "$verb" = insmod ] || continue
            target=$destination/lib/modules/$release/${file##*/}
            case $file in
                *.xz) target=${target%.xz} ;;
                *.zst) target=${target%.zst} ;;
            esac
            [ ! -e "$target" ] || continue
            mkdir -p "${target%/*}"
            case $file in
                *.xz) xz -dcq "$file" >"$target" ;;
                *.zst) zstd -dcq "$file" >"$target" ;;
                *) cp "$file" "$target" ;;
            esac
        done < <(modprobe -d "$root" -S "$release" --ignore-install -D "$module" 2>/dev/null)
    done
    mkdir -p "$destination/lib/modules/$release"
    # depmod wants these to sort by and to know the built-in ones.
    cp "$root/lib/modules/$release"/modules.{order,builtin,builtin.modinfo} "$destination/lib/modules/$release/"
    depmod -b "$destination" "$release"
    # busybox reads the text indexes only.
    rm -f "$destination/lib/modules/$release"/modules.{*.bin,order,builtin.modinfo,devname,softdep}
}

# pack_initramfs DIRECTORY OUT [EPOCH]: the same bytes for the same files, whoever packs them and when.
pack_initramfs() {
    local directory=$1 out=$2 epoch=${3:-0}
    find "$directory" -exec touch -h -d "@$epoch" {} +
    (cd "$directory" && find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --reproducible --quiet) >"$out"
}
