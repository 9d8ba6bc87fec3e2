<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sparkler</source>
        <translation>关于 Sparkler</translation>
    </message>
    <message>
        <source>Sparkler %1</source>
        <translation>Sparkler %1</translation>
    </message>
    <message>
        <source>Create, run and watch KVM microVMs.

Engine: %1
Qt: %2
Licence: Apache-2.0</source>
        <translation>创建、运行和观察 KVM microVM。

引擎：%1
Qt：%2
许可证：Apache-2.0</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>AssetLibrary</name>
    <message>
        <source>It is an ELF file for another processor than x86-64.</source>
        <translation>这是适用于 x86-64 以外处理器的 ELF 文件。</translation>
    </message>
    <message>
        <source>It is an ELF file, but not one that can be started.</source>
        <translation>这是 ELF 文件，但无法启动。</translation>
    </message>
    <message>
        <source>It is a program, not a kernel.</source>
        <translation>这是程序，不是内核。</translation>
    </message>
    <message>
        <source>ELF kernel, x86-64</source>
        <translation>ELF 内核，x86-64</translation>
    </message>
    <message>
        <source>It is a kernel of a kind that is too old (zImage).</source>
        <translation>这种内核类型过旧（zImage）。</translation>
    </message>
    <message>
        <source>It is a kernel for another processor than x86-64.</source>
        <translation>这是适用于 x86-64 以外处理器的内核。</translation>
    </message>
    <message>
        <source>It is neither an ELF kernel (vmlinux) nor a bzImage.</source>
        <translation>既不是 ELF 内核（vmlinux），也不是 bzImage。</translation>
    </message>
    <message>
        <source>It is neither a cpio archive nor compressed in a way that kernels know.</source>
        <translation>既不是 cpio 归档，也不是以内核支持的方式压缩的文件。</translation>
    </message>
    <message>
        <source>cpio archive</source>
        <translation>cpio 归档</translation>
    </message>
    <message>
        <source>compressed archive (%1)</source>
        <translation>压缩归档（%1）</translation>
    </message>
    <message>
        <source>It is a %1 image. Convert it to a raw image first (qemu-img convert -O raw).</source>
        <translation>这是 %1 映像。请先将其转换为 raw 映像（qemu-img convert -O raw）。</translation>
    </message>
    <message>
        <source>partitioned disk</source>
        <translation>已分区的磁盘</translation>
    </message>
    <message>
        <source>It is compressed (%1). Unpack it first.</source>
        <translation>文件已压缩（%1）。请先解压。</translation>
    </message>
    <message>
        <source>It holds no file system that is known here, and no partitions.</source>
        <translation>其中没有此处可识别的文件系统，也没有分区。</translation>
    </message>
</context>
<context>
    <name>ConfigDiff</name>
    <message>
        <source>Virtual CPUs: %1 instead of %2</source>
        <translation>虚拟 CPU：由 %2 改为 %1</translation>
    </message>
    <message>
        <source>Memory: %1 MiB instead of %2 MiB</source>
        <translation>内存：由 %2 MiB 改为 %1 MiB</translation>
    </message>
    <message>
        <source>Hyper-threading</source>
        <translation>超线程</translation>
    </message>
    <message>
        <source>Tracking of dirty pages</source>
        <translation>脏页跟踪</translation>
    </message>
    <message>
        <source>Huge pages</source>
        <translation>大页</translation>
    </message>
    <message>
        <source>CPU template</source>
        <translation>CPU 模板</translation>
    </message>
    <message>
        <source>Drive “%1”: added</source>
        <translation>驱动器“%1”：已添加</translation>
    </message>
    <message>
        <source>Drive “%1”: file</source>
        <translation>驱动器“%1”：文件</translation>
    </message>
    <message>
        <source>Drive “%1”: rate limits</source>
        <translation>驱动器“%1”：速率限制</translation>
    </message>
    <message>
        <source>Drive “%1”: read-only</source>
        <translation>驱动器“%1”：只读</translation>
    </message>
    <message>
        <source>Drive “%1”: root device</source>
        <translation>驱动器“%1”：根设备</translation>
    </message>
    <message>
        <source>Drive “%1”: cache</source>
        <translation>驱动器“%1”：缓存</translation>
    </message>
    <message>
        <source>Drive “%1”: I/O engine</source>
        <translation>驱动器“%1”：I/O 引擎</translation>
    </message>
    <message>
        <source>Drive “%1”: removed</source>
        <translation>驱动器“%1”：已移除</translation>
    </message>
    <message>
        <source>Order of the drives</source>
        <translation>驱动器顺序</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>初始 RAM 磁盘</translation>
    </message>
    <message>
        <source>Kernel arguments</source>
        <translation>内核参数</translation>
    </message>
    <message>
        <source>Further sections of the configuration</source>
        <translation>配置的其他部分</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>Network interface “%1”: added</source>
        <translation>网络接口“%1”：已添加</translation>
    </message>
    <message>
        <source>Network interface “%1”: host device</source>
        <translation>网络接口“%1”：宿主机设备</translation>
    </message>
    <message>
        <source>Network interface “%1”: MAC address</source>
        <translation>网络接口“%1”：MAC 地址</translation>
    </message>
    <message>
        <source>Network interface “%1”: MTU</source>
        <translation>网络接口“%1”：MTU</translation>
    </message>
    <message>
        <source>Network interface “%1”: rate limits</source>
        <translation>网络接口“%1”：速率限制</translation>
    </message>
    <message>
        <source>Network interface “%1”: removed</source>
        <translation>网络接口“%1”：已移除</translation>
    </message>
    <message>
        <source>Order of the network interfaces</source>
        <translation>网络接口顺序</translation>
    </message>
    <message>
        <source>Metadata service</source>
        <translation>元数据服务</translation>
    </message>
    <message>
        <source>Metadata that the machine starts with</source>
        <translation>虚拟机启动时的元数据</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>Memory balloon</source>
        <translation>内存气球</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>熵设备</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>串行端口</translation>
    </message>
    <message>
        <source>Network interface “%1”: kind of network</source>
        <translation>网络接口“%1”：网络类型</translation>
    </message>
    <message>
        <source>Network interface “%1”: port forwards</source>
        <translation>网络接口“%1”：端口转发</translation>
    </message>
</context>
<context>
    <name>ConfigRules</name>
    <message>
        <source>%1 The engine: “%2”</source>
        <translation>%1引擎：“%2”</translation>
    </message>
    <message>
        <source>A machine has 1 to %1 vCPUs.</source>
        <translation>虚拟机可有 1 到 %1 个 vCPU。</translation>
    </message>
    <message>
        <source>With hyper-threading the number of vCPUs must be 1 or even.</source>
        <translation>启用超线程时，vCPU 数量必须为 1 或偶数。</translation>
    </message>
    <message>
        <source>A machine needs memory.</source>
        <translation>虚拟机需要内存。</translation>
    </message>
    <message>
        <source>With huge pages of 2 MiB the memory must be a multiple of them.</source>
        <translation>使用 2 MiB 大页时，内存必须是其整数倍。</translation>
    </message>
    <message>
        <source>Boot arguments are plain ASCII on one line.</source>
        <translation>引导参数必须是单行纯 ASCII 文本。</translation>
    </message>
    <message>
        <source>Boot arguments have at most %1 characters.</source>
        <translation>引导参数最多 %1 个字符。</translation>
    </message>
    <message>
        <source>A drive needs an ID.</source>
        <translation>驱动器需要 ID。</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>只能使用字母、数字和下划线。</translation>
    </message>
    <message>
        <source>Another drive has this ID.</source>
        <translation>已有驱动器使用此 ID。</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>请选择内核。</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>请选择文件。</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>请输入从根文件夹开始的完整路径。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>这是文件夹。</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>您无权读取此文件。</translation>
    </message>
    <message>
        <source>You may not write to this file. Attach it read-only, or choose another.</source>
        <translation>您无权写入此文件。请以只读方式挂接，或选择其他文件。</translation>
    </message>
    <message>
        <source>The size is no multiple of 512 bytes: the guest will not see the end of the file.</source>
        <translation>大小不是 512 字节的整数倍：客户机将看不到文件末尾。</translation>
    </message>
    <message>
        <source>Only one drive can be the root device.</source>
        <translation>只能有一个驱动器作为根设备。</translation>
    </message>
</context>
<context>
    <name>CpuTemplateText</name>
    <message>
        <source>a template is an object, { … }</source>
        <translation>模板是一个对象 { … }</translation>
    </message>
    <message>
        <source>the template has %1 bytes without spaces, and at most %2 fit into a request</source>
        <translation>模板去掉空白后有 %1 字节，而一个请求最多容纳 %2 字节</translation>
    </message>
    <message>
        <source>“%1” is not known here; kvm_capabilities, cpuid_modifiers and msr_modifiers are</source>
        <translation>此处不认识“%1”；可用的有 kvm_capabilities、cpuid_modifiers 和 msr_modifiers</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>“%1”出现了两次</translation>
    </message>
    <message>
        <source>a list is expected, [ … ]</source>
        <translation>此处应为列表 [ … ]</translation>
    </message>
    <message>
        <source>a list has at most %1 changes</source>
        <translation>一个列表最多有 %1 项更改</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>an object is expected, { … }</source>
        <translation>此处应为对象 { … }</translation>
    </message>
    <message>
        <source>a capability is a text with its number, like &quot;171&quot; or &quot;!171&quot;</source>
        <translation>能力是带编号的文本，例如 &quot;171&quot; 或 &quot;!171&quot;</translation>
    </message>
    <message>
        <source>a capability is a decimal number of 32 bits, with ! in front when it need not be there</source>
        <translation>能力是 32 位的十进制数，不要求具备时前面加 !</translation>
    </message>
    <message>
        <source>flags are a number without quotes: 0, or 1 for a leaf with sub-leaves</source>
        <translation>flags 是不带引号的数字：0，带子叶的叶为 1</translation>
    </message>
    <message>
        <source>a register is one of &quot;eax&quot;, &quot;ebx&quot;, &quot;ecx&quot; and &quot;edx&quot;</source>
        <translation>寄存器是 &quot;eax&quot;、&quot;ebx&quot;、&quot;ecx&quot; 或 &quot;edx&quot; 之一</translation>
    </message>
    <message>
        <source>a number in quotes is expected, with 0x or 0b in front</source>
        <translation>此处应为带引号的数字，前面有 0x 或 0b</translation>
    </message>
    <message>
        <source>this is no number of 32 bits</source>
        <translation>这不是 32 位数字</translation>
    </message>
    <message>
        <source>bits are a text, like &quot;0b01xx&quot;</source>
        <translation>位是文本，例如 &quot;0b01xx&quot;</translation>
    </message>
    <message>
        <source>a bit is 0, 1 or x (as on the host), not “%1”</source>
        <translation>位是 0、1 或 x（与主机相同），不是“%1”</translation>
    </message>
    <message>
        <source>the register has %1 bits, and here are %2</source>
        <translation>寄存器有 %1 位，而这里有 %2 位</translation>
    </message>
</context>
<context>
    <name>DeviceRules</name>
    <message>
        <source>A network interface needs an ID.</source>
        <translation>网络接口需要 ID。</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>只能使用字母、数字和下划线。</translation>
    </message>
    <message>
        <source>Another network interface has this ID.</source>
        <translation>已有网络接口使用此 ID。</translation>
    </message>
    <message>
        <source>Name the TAP device of the host.</source>
        <translation>请输入宿主机 TAP 设备的名称。</translation>
    </message>
    <message>
        <source>A device&apos;s name has at most %1 bytes.</source>
        <translation>设备名称最多 %1 字节。</translation>
    </message>
    <message>
        <source>A device&apos;s name has no spaces, slashes, colons or percent signs.</source>
        <translation>设备名称不能含空格、斜杠、冒号或百分号。</translation>
    </message>
    <message>
        <source>A MAC address is six pairs of hexadecimal digits, like 06:00:AC:10:00:02.</source>
        <translation>MAC 地址由六组两位十六进制数字组成，例如 06:00:AC:10:00:02。</translation>
    </message>
    <message>
        <source>Another interface of this machine has this address.</source>
        <translation>此虚拟机的另一个接口已使用此地址。</translation>
    </message>
    <message>
        <source>The MTU is %1 to %2 bytes.</source>
        <translation>MTU 为 %1 到 %2 字节。</translation>
    </message>
    <message>
        <source>Another interface of this machine uses the host device %1; a device serves one interface.</source>
        <translation>此虚拟机的另一个接口已使用宿主机设备 %1；一个设备只能供一个接口使用。</translation>
    </message>
    <message>
        <source>This is no IPv4 address.</source>
        <translation>这不是 IPv4 地址。</translation>
    </message>
    <message>
        <source>The address lies between 169.254.1.0 and 169.254.254.255.</source>
        <translation>地址必须介于 169.254.1.0 和 169.254.254.255 之间。</translation>
    </message>
    <message>
        <source>Choose a network interface on which the guest reaches the metadata.</source>
        <translation>请选择供客户机访问元数据的网络接口。</translation>
    </message>
    <message>
        <source>The machine has no network interface “%1”.</source>
        <translation>虚拟机没有网络接口“%1”。</translation>
    </message>
    <message>
        <source>The metadata has %1 bytes without spaces; at most %2 fit.</source>
        <translation>元数据去除空格后有 %1 字节；最多 %2 字节。</translation>
    </message>
    <message>
        <source>A guest&apos;s context ID is %1 to %2; 0 to 2 belong to the host.</source>
        <translation>客户机的上下文 ID 为 %1 到 %2；0 到 2 属于宿主机。</translation>
    </message>
    <message>
        <source>The balloon cannot take more than the machine&apos;s memory, %1 MiB.</source>
        <translation>气球占用的内存不能超过虚拟机的内存 %1 MiB。</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>网络接口“%1”：%2</translation>
    </message>
    <message>
        <source>Metadata service: %1</source>
        <translation>元数据服务：%1</translation>
    </message>
    <message>
        <source>Vsock: %1</source>
        <translation>Vsock：%1</translation>
    </message>
    <message>
        <source>A machine can have one interface with a user-mode network for now.</source>
        <translation>目前一台虚拟机只能有一个用户模式网络接口。</translation>
    </message>
    <message>
        <source>An interface with a user-mode network has to be the machine&apos;s only one for now.</source>
        <translation>目前，用户模式网络接口必须是该虚拟机的唯一接口。</translation>
    </message>
    <message>
        <source>“%1” is no IPv4 address: 127.0.0.1 is for this host alone, 0.0.0.0 for all that reach it.</source>
        <translation>“%1”不是 IPv4 地址：127.0.0.1 仅限本主机，0.0.0.0 面向所有能访问本主机的设备。</translation>
    </message>
    <message>
        <source>Ports are 1 to 65535.</source>
        <translation>端口范围为 1 到 65535。</translation>
    </message>
    <message>
        <source>Port %1 of the host is forwarded twice.</source>
        <translation>主机端口 %1 被转发了两次。</translation>
    </message>
</context>
<context>
    <name>DiskWork</name>
    <message>
        <source>Only ext4 file systems can be made.</source>
        <translation>只能创建 ext4 文件系统。</translation>
    </message>
    <message>
        <source>The size must be between %1 and %2.</source>
        <translation>大小必须介于 %1 和 %2 之间。</translation>
    </message>
    <message>
        <source>The size must be a multiple of 512 bytes.</source>
        <translation>大小必须是 512 字节的整数倍。</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>请选择其他名称或文件夹。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>The copy of %1 cannot be smaller than it is.</source>
        <translation>%1 的副本不能小于原文件。</translation>
    </message>
    <message>
        <source>There is no program %1 here.</source>
        <translation>此处没有程序 %1。</translation>
    </message>
    <message>
        <source>Install the package e2fsprogs.</source>
        <translation>请安装软件包 e2fsprogs。</translation>
    </message>
    <message>
        <source>Making the file system</source>
        <translation>正在创建文件系统</translation>
    </message>
    <message>
        <source>Growing the file system</source>
        <translation>正在扩大文件系统</translation>
    </message>
    <message>
        <source>Making the disk</source>
        <translation>正在创建磁盘</translation>
    </message>
    <message>
        <source>Copying the disk</source>
        <translation>正在复制磁盘</translation>
    </message>
</context>
<context>
    <name>DriveText</name>
    <message>
        <source>%1/s</source>
        <comment>bandwidth</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 operations/s</source>
        <translation>%1 次操作/s</translation>
    </message>
    <message>
        <source>None</source>
        <comment>rate limits</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between limits</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Write-back</source>
        <translation>回写</translation>
    </message>
    <message>
        <source>Unsafe</source>
        <comment>cache</comment>
        <translation>不安全</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>异步</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>同步</translation>
    </message>
</context>
<context>
    <name>EmulatedRunnerText</name>
    <message>
        <source>The emulator&apos;s helper machine could not be built.</source>
        <translation>无法构建模拟器的辅助虚拟机。</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>未启动任何内容。</translation>
    </message>
    <message>
        <source>build-emulator ended with status %1.</source>
        <translation>build-emulator 已结束，状态为 %1。</translation>
    </message>
    <message>
        <source>build-emulator was ended by a signal.</source>
        <translation>build-emulator 被信号终止。</translation>
    </message>
    <message>
        <source>Build the emulator&apos;s helper machine</source>
        <translation>构建模拟器的辅助虚拟机</translation>
    </message>
    <message>
        <source>Parts of Sparkler that it is made of are missing (sparkler-engine, sparkler-emulator or build-emulator).</source>
        <translation>缺少构建它所需的 Sparkler 组件（sparkler-engine、sparkler-emulator 或 build-emulator）。</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>请完整安装 Sparkler。</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>无法启动引擎。</translation>
    </message>
    <message>
        <source>The program sparkler-emulator was not found.</source>
        <translation>未找到程序 sparkler-emulator。</translation>
    </message>
    <message>
        <source>The emulator&apos;s helper machine is not built, or made of another engine.</source>
        <translation>模拟器的辅助虚拟机尚未构建，或由其他引擎构建。</translation>
    </message>
    <message>
        <source>Start the machine again.</source>
        <translation>请重新启动此虚拟机。</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Request: %1</source>
        <translation>请求：%1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>The engine&apos;s words: %1</source>
        <translation>引擎原文：%1</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>引擎的最后几行：</translation>
    </message>
</context>
<context>
    <name>FileCopy</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有此文件或文件夹。</translation>
    </message>
    <message>
        <source>You have no permission for it.</source>
        <translation>您没有相应权限。</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>There is not enough free space.</source>
        <translation>可用空间不足。</translation>
    </message>
    <message>
        <source>Your disk quota is used up.</source>
        <translation>您的磁盘配额已用完。</translation>
    </message>
    <message>
        <source>The file system cannot hold a file of this size.</source>
        <translation>文件系统无法容纳此大小的文件。</translation>
    </message>
    <message>
        <source>The file system is read-only.</source>
        <translation>文件系统为只读。</translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation>路径中有一部分不是文件夹。</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>这是文件夹。</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>系统提示：%1。</translation>
    </message>
</context>
<context>
    <name>HardwareDraft</name>
    <message>
        <source>Changed: applies now</source>
        <translation>已更改：立即生效</translation>
    </message>
    <message>
        <source>Changed: at the next start</source>
        <translation>已更改：下次启动时生效</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Changed: partly at the next start</source>
        <translation>已更改：部分在下次启动时生效</translation>
    </message>
</context>
<context>
    <name>HostLimits</name>
    <message numerus="yes">
        <source>More than this host&apos;s %n processor(s): the guest&apos;s will have to share them.</source>
        <translation>
            <numerusform>超过了此主机的 %n 个处理器：客户机的处理器将共享它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>This host has only %1. The guest may be ended when it uses more.</source>
        <translation>此宿主机仅有 %1。客户机用量超过时可能被终止。</translation>
    </message>
    <message>
        <source>Only %1 are free now. The host may become slow.</source>
        <translation>目前仅有 %1 可用。宿主机可能会变慢。</translation>
    </message>
    <message numerus="yes">
        <source>This host has %n processor(s).</source>
        <translation>
            <numerusform>此宿主机有 %n 个处理器。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of this host&apos;s %2 are free.</source>
        <translation>此宿主机的 %2 中有 %1 可用。</translation>
    </message>
</context>
<context>
    <name>JailCheckText</name>
    <message>
        <source>This host allows namespaces to root only.</source>
        <translation>此主机只允许 root 使用命名空间。</translation>
    </message>
    <message>
        <source>This host allows no user namespaces at all.</source>
        <translation>此主机完全不允许用户命名空间。</translation>
    </message>
    <message>
        <source>Allow some.</source>
        <translation>请允许一定数量。</translation>
    </message>
    <message>
        <source>AppArmor allows user namespaces only to programs that it knows.</source>
        <translation>AppArmor 只允许它认识的程序使用用户命名空间。</translation>
    </message>
    <message>
        <source>Namespaces cannot be made: %1.</source>
        <translation>无法创建命名空间：%1。</translation>
    </message>
    <message>
        <source>Inside of a container, let it make user namespaces.</source>
        <translation>如果在容器中，请允许其创建用户命名空间。</translation>
    </message>
    <message>
        <source>Machines can be jailed without root.</source>
        <translation>无需 root 即可隔离虚拟机。</translation>
    </message>
    <message>
        <source>This host has control groups of version 1, which are not delegated to users.</source>
        <translation>此主机使用第 1 版控制组，不能委派给用户。</translation>
    </message>
    <message>
        <source>Machines run all the same; boot with systemd.unified_cgroup_hierarchy=1 to change it.</source>
        <translation>虚拟机仍可运行；如需更改，请以 systemd.unified_cgroup_hierarchy=1 启动。</translation>
    </message>
    <message>
        <source>In which control group this session runs cannot be told.</source>
        <translation>无法确定此会话运行于哪个控制组。</translation>
    </message>
    <message>
        <source>Machines run all the same.</source>
        <translation>虚拟机仍可运行。</translation>
    </message>
    <message>
        <source>This session may make no control groups.</source>
        <translation>此会话不能创建控制组。</translation>
    </message>
    <message>
        <source>Machines run all the same. A session of systemd’s for the user, as desktops have it, delegates them.</source>
        <translation>虚拟机仍可运行。桌面环境所用的 systemd 用户会话会委派控制组。</translation>
    </message>
    <message>
        <source>This session may limit: %1</source>
        <translation>此会话可以限制：%1</translation>
    </message>
    <message>
        <source>Allow them to all users, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>允许所有用户使用，或在虚拟机的“隔离”页面选择请求 root 许可。</translation>
    </message>
    <message>
        <source>Lift the restriction, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>解除该限制，或在虚拟机的“隔离”页面选择请求 root 许可。</translation>
    </message>
</context>
<context>
    <name>JailFactText</name>
    <message>
        <source>not told</source>
        <translation>未告知</translation>
    </message>
    <message>
        <source>its own, not ours</source>
        <translation>独立，与我们的不同</translation>
    </message>
    <message>
        <source>the same as ours</source>
        <translation>与我们的相同</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>用户与权限</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Shared memory and queues</source>
        <translation>共享内存与队列</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>控制组</translation>
    </message>
    <message>
        <source>; its TAP devices are the host&apos;s</source>
        <translation>；其 TAP 设备属于主机</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>%1 were promised</source>
        <translation>承诺的是 %1</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开的文件</translation>
    </message>
    <message>
        <source>Size of a file</source>
        <translation>单个文件大小</translation>
    </message>
    <message>
        <source>Size of a memory dump</source>
        <translation>内存转储大小</translation>
    </message>
    <message>
        <source>system calls: not told</source>
        <translation>系统调用：未告知</translation>
    </message>
    <message>
        <source>system calls: no filter</source>
        <translation>系统调用：无过滤</translation>
    </message>
    <message>
        <source>system calls: filtered</source>
        <translation>系统调用：已过滤</translation>
    </message>
    <message>
        <source>capabilities: not told</source>
        <translation>权能：未告知</translation>
    </message>
    <message>
        <source>no capabilities</source>
        <translation>无权能</translation>
    </message>
    <message>
        <source>capabilities: %1</source>
        <translation>权能：%1</translation>
    </message>
    <message>
        <source>new privileges: not told</source>
        <translation>新特权：未告知</translation>
    </message>
    <message>
        <source>Landlock</source>
        <translation>Landlock</translation>
    </message>
    <message>
        <source>this kernel has it</source>
        <translation>此内核支持</translation>
    </message>
    <message>
        <source>this kernel does not have it</source>
        <translation>此内核不支持</translation>
    </message>
    <message>
        <source>the kernel does not tell whom it holds</source>
        <translation>内核不告知它约束了谁</translation>
    </message>
</context>
<context>
    <name>JailedRunnerText</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>无法启动引擎。</translation>
    </message>
    <message>
        <source>A machine with a user-mode network can have no other network interface yet.</source>
        <translation>使用用户模式网络的虚拟机目前不能有其他网络接口。</translation>
    </message>
    <message>
        <source>Remove the other interfaces, or use TAP devices for all of them.</source>
        <translation>请移除其他接口，或全部改用 TAP 设备。</translation>
    </message>
    <message>
        <source>The program passt, which makes user-mode networks, was not found.</source>
        <translation>未找到提供用户模式网络的程序 passt。</translation>
    </message>
    <message>
        <source>Install the package passt, or use a TAP device.</source>
        <translation>请安装 passt 软件包，或使用 TAP 设备。</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>未找到程序 sparkler-jailer。</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>请完整安装 Sparkler。</translation>
    </message>
    <message>
        <source>The path %1 has a folder that ends with an equals sign, so it cannot be shown in a jail.</source>
        <translation>路径 %1 中有以等号结尾的文件夹，因此无法在隔离环境中显示。</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>请重命名该文件夹。</translation>
    </message>
    <message>
        <source>The question for root’s leave was dismissed.</source>
        <translation>请求 root 许可的询问已被取消。</translation>
    </message>
    <message>
        <source>Root’s leave to make the jail was not given.</source>
        <translation>未获得 root 创建隔离环境的许可。</translation>
    </message>
    <message>
        <source>The helper that asks for root’s leave is not installed.</source>
        <translation>未安装请求 root 许可的辅助程序。</translation>
    </message>
    <message>
        <source>Install pkexec and Sparkler completely, or choose another jail on the machine’s Jail page.</source>
        <translation>请完整安装 pkexec 和 Sparkler，或在虚拟机的“隔离”页面选择其他隔离方式。</translation>
    </message>
</context>
<context>
    <name>LiveParts</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Emulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Local KVM</source>
        <translation>本地 KVM</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>虚拟机已停止。</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>虚拟机意外停止。</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>虚拟机正在启动。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>引擎没有响应。</translation>
    </message>
</context>
<context>
    <name>MachineDirectory</name>
    <message>
        <source>The machine cannot use %1.</source>
        <translation>虚拟机无法使用 %1。</translation>
    </message>
    <message>
        <source>It is neither a regular file nor a block device.</source>
        <translation>它既不是普通文件，也不是块设备。</translation>
    </message>
    <message>
        <source>It lies outside of the machine&apos;s folder, which is all that the engine sees.</source>
        <translation>它位于虚拟机文件夹之外，而引擎只能看到该文件夹。</translation>
    </message>
    <message>
        <source>The path is not absolute.</source>
        <translation>路径不是绝对路径。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>It lies in the machine&apos;s folder but is a link that leads out of it.</source>
        <translation>它位于虚拟机文件夹中，但是指向文件夹之外的链接。</translation>
    </message>
    <message>
        <source>It lies on another file system, so it cannot be linked into the machine&apos;s folder, and the machine writes to it, so it is not copied.</source>
        <translation>它位于另一个文件系统上，无法链接到虚拟机文件夹；而虚拟机会写入它，因此也不会复制。</translation>
    </message>
    <message>
        <source>Move the file to the file system of the machine&apos;s folder.</source>
        <translation>请将文件移到虚拟机文件夹所在的文件系统。</translation>
    </message>
</context>
<context>
    <name>MachineFiles</name>
    <message>
        <source>The machine&apos;s disk was not made.</source>
        <translation>未创建虚拟机的磁盘。</translation>
    </message>
</context>
<context>
    <name>MachineOrder</name>
    <message>
        <source>Create “%1”</source>
        <translation>创建“%1”</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>root</source>
        <translation>根</translation>
    </message>
    <message>
        <source>asynchronous I/O</source>
        <translation>异步 I/O</translation>
    </message>
    <message>
        <source>Drive “%1”: %2 (%3)</source>
        <translation>驱动器“%1”：%2（%3）</translation>
    </message>
    <message>
        <source>“%1” with %2</source>
        <translation>“%1”，%2</translation>
    </message>
    <message>
        <source>Boots a stock Debian kernel with a small root file system</source>
        <translation>引导标准 Debian 内核和小型根文件系统</translation>
    </message>
    <message>
        <source>Boots %1</source>
        <translation>引导 %1</translation>
    </message>
    <message>
        <source>Initial RAM disk: %1</source>
        <translation>初始 RAM 磁盘：%1</translation>
    </message>
    <message>
        <source>the demo&apos;s root file system</source>
        <translation>演示的根文件系统</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own, enlarged to %2</source>
        <translation>磁盘：%1 的独立副本，扩大到 %2</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own</source>
        <translation>磁盘：%1 的独立副本</translation>
    </message>
    <message>
        <source>No drives</source>
        <translation>无驱动器</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>组：%1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name and number</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>MachineStore</name>
    <message>
        <source>“%1” must be a text.</source>
        <translation>“%1”必须是文本。</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>“%1”必须是文本列表。</translation>
    </message>
    <message>
        <source>“%1” has a value that this version does not know.</source>
        <translation>“%1”的值不为此版本所识别。</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>不是 JSON 文档：%1。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>It has no usable “version”.</source>
        <translation>没有可用的“version”。</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>由较新版本的 Sparkler 写入。</translation>
    </message>
    <message>
        <source>“%1” must be a date and time.</source>
        <translation>“%1”必须是日期和时间。</translation>
    </message>
    <message>
        <source>Its “config” is wrong: %1.</source>
        <translation>“config”有误：%1。</translation>
    </message>
    <message>
        <source>Its “config” has settings that this version does not know: %1.</source>
        <translation>“config”中有此版本无法识别的设置：%1。</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>不是普通文件。</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>太大。</translation>
    </message>
    <message>
        <source>Another program is changing the machines.</source>
        <translation>另一个程序正在更改虚拟机。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>“%1”必须是整数。</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>“%1”必须是对象。</translation>
    </message>
    <message>
        <source>“%1” has a setting that this version does not know: </source>
        <translation>“%1”含有此版本不认识的设置：</translation>
    </message>
</context>
<context>
    <name>MachineText</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>意外停止</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>vCPUs and memory</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n 个 vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <translation>发送 Ctrl+Alt+Del</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Force stop</source>
        <translation>强制停止</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>OverviewText</name>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>虚拟机意外停止。</translation>
    </message>
    <message>
        <source>The last log lines are among the technical details; the whole log is under Logs. The machine can be started again.</source>
        <translation>最后的日志行在技术详情中，完整日志在“日志”中。可以重新启动此虚拟机。</translation>
    </message>
    <message>
        <source>This machine has no kernel yet. Choose one under Hardware.</source>
        <translation>此虚拟机还没有内核。请在“硬件”中选择。</translation>
    </message>
    <message>
        <source>This machine has neither a root drive nor an initrd. Add one under Hardware, or the kernel will stop early.</source>
        <translation>此虚拟机既没有根驱动器，也没有 initrd。请在“硬件”中添加，否则内核会很快停止。</translation>
    </message>
    <message>
        <source>Ready to start. Its serial console will be under Console.</source>
        <translation>可以启动。串行控制台将显示在“控制台”中。</translation>
    </message>
    <message>
        <source>The guest stands still. Resume it to let it go on.</source>
        <translation>客户机已暂停。恢复后即可继续运行。</translation>
    </message>
    <message>
        <source>Wait a moment, or force the machine to stop. What the guest has not written to its drives would be lost.</source>
        <translation>请稍候，或强制停止虚拟机。客户机尚未写入驱动器的内容将会丢失。</translation>
    </message>
    <message>
        <source>Some changes take effect when the machine is restarted.</source>
        <translation>部分更改在虚拟机重新启动后生效。</translation>
    </message>
    <message>
        <source>root</source>
        <translation>根</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>rate-limited</source>
        <translation>已限速</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>properties, size</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ProcessStep</name>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>无法启动 %1：%2。</translation>
    </message>
    <message>
        <source>%1 ended with status %2.</source>
        <translation>%1 已结束，状态为 %2。</translation>
    </message>
    <message>
        <source>%1 was killed by signal %2.</source>
        <translation>%1 被信号 %2 终止。</translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
</context>
<context>
    <name>RunnerText</name>
    <message>
        <source>No new session could be made: %1.</source>
        <translation>无法创建新会话：%1。</translation>
    </message>
    <message>
        <source>/dev/null could not be opened: %1.</source>
        <translation>无法打开 /dev/null：%1。</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
    <message>
        <source>The folder %1 could not be entered: %2.</source>
        <translation>无法进入文件夹 %1：%2。</translation>
    </message>
    <message>
        <source>The program %1 could not be run: %2.</source>
        <translation>无法运行程序 %1：%2。</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>无法启动引擎。</translation>
    </message>
    <message>
        <source>The new process is not visible in /proc.</source>
        <translation>新进程在 /proc 中不可见。</translation>
    </message>
</context>
<context>
    <name>SnapshotText</name>
    <message>
        <source>Full</source>
        <comment>kind of snapshot</comment>
        <translation>完整</translation>
    </message>
    <message>
        <source>Diff</source>
        <comment>kind of snapshot</comment>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>read-only: the file itself is used again</source>
        <translation>只读：直接再次使用该文件</translation>
    </message>
    <message>
        <source>copied by reflink: blocks are shared until one is written</source>
        <translation>通过 reflink 复制：数据块在写入之前保持共享</translation>
    </message>
    <message>
        <source>copied in full, with its holes</source>
        <translation>完整复制，保留稀疏空洞</translation>
    </message>
    <message numerus="yes">
        <source>%n shared</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n 个共享</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n 个已复制</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read-only</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n 个只读</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <comment>drives</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between kinds of drive copies</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>processor</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (family %2, model %3, stepping %4)</source>
        <comment>processor</comment>
        <translation>%1（系列 %2，型号 %3，步进 %4）</translation>
    </message>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>Sparkler %1, API %2</source>
        <translation>Sparkler %1，API %2</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>engine</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, emulated</source>
        <comment>engine</comment>
        <translation>%1，模拟运行</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Missing</source>
        <comment>file</comment>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Recorded now</source>
        <translation>本次已记录</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Verified %1: not all files are as they were.</source>
        <comment>time</comment>
        <translation>%1 已校验：有文件与原来不同。</translation>
    </message>
    <message>
        <source>Verified %1: nothing is wrong; some files had no checksum yet and have one now.</source>
        <comment>time</comment>
        <translation>%1 已校验：没有问题；部分文件此前没有校验和，现已记录。</translation>
    </message>
    <message>
        <source>Verified %1: all files are as they were.</source>
        <comment>time</comment>
        <translation>%1 已校验：所有文件均未改变。</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>The archive: %1</source>
        <translation>归档：%1</translation>
    </message>
    <message>
        <source>The file “%1” has %2 bytes instead of %3.</source>
        <translation>文件“%1”有 %2 字节，而不是 %3 字节。</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot: it has “%1”.</source>
        <translation>它不是快照归档：其中含有“%1”。</translation>
    </message>
    <message>
        <source>Its description is too large.</source>
        <translation>其描述过大。</translation>
    </message>
    <message>
        <source>Its description does not fit an archive.</source>
        <translation>其描述与归档不符。</translation>
    </message>
    <message>
        <source>“%1” is longer than it should be.</source>
        <translation>“%1”比应有的长度更长。</translation>
    </message>
    <message>
        <source>The file “%1” is missing.</source>
        <translation>文件“%1”缺失。</translation>
    </message>
    <message>
        <source>“%1” is not a regular file.</source>
        <translation>“%1”不是普通文件。</translation>
    </message>
    <message>
        <source>It was made on a processor of another vendor (%1; this host has %2).</source>
        <translation>它在其他厂商的处理器上创建（%1；此主机为 %2）。</translation>
    </message>
    <message>
        <source>Restore it on a host with such a processor.</source>
        <translation>请在具有此类处理器的主机上恢复。</translation>
    </message>
    <message>
        <source>This host’s processor lacks features that the guest may be using: %1.</source>
        <translation>此主机的处理器缺少客户机可能正在使用的功能：%1。</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on (%1). For machines that are to move, choose a CPU template before they are started.</source>
        <translation>请在与创建时类似的主机（%1）上恢复。对于需要迁移的虚拟机，请在启动前选择 CPU 模板。</translation>
    </message>
    <message>
        <source>It was made on another processor (%1; this host has %2). What the guest uses is there, but such a restore is not tested.</source>
        <translation>它在另一种处理器上创建（%1；此主机为 %2）。客户机使用的功能齐备，但此类恢复未经测试。</translation>
    </message>
    <message>
        <source>Make another snapshot first, and look at the guest afterwards.</source>
        <translation>请先拍摄另一个快照，之后检查客户机。</translation>
    </message>
    <message>
        <source>It was made on a real processor, and the machine would run in the emulator, which has another one.</source>
        <translation>它在真实处理器上创建，而虚拟机将在模拟器中运行，两者的处理器不同。</translation>
    </message>
    <message>
        <source>Restore it on a host with KVM.</source>
        <translation>请在具有 KVM 的主机上恢复。</translation>
    </message>
    <message>
        <source>It was made in the emulator, and the machine would run on this host’s processor, which is another one.</source>
        <translation>它在模拟器中创建，而虚拟机将在此主机的处理器上运行，两者不同。</translation>
    </message>
    <message>
        <source>Choose the emulator as the place where the machine runs.</source>
        <translation>请选择模拟器作为虚拟机的运行位置。</translation>
    </message>
    <message>
        <source>It was made by a newer engine (version %1; here is %2), which may have written something that this one cannot read.</source>
        <translation>它由更新的引擎（版本 %1；此处为 %2）创建，其中可能有本引擎无法读取的内容。</translation>
    </message>
    <message>
        <source>Install version %1 or later.</source>
        <translation>请安装 %1 或更高版本。</translation>
    </message>
    <message>
        <source>Only its drives can be used; they are in its folder.</source>
        <translation>只有其驱动器可用；它们位于其文件夹中。</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>文件 %1 缺失。</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>请将其放回。</translation>
    </message>
    <message>
        <source>The read-only drive %1 was changed since the snapshot was made. The guest may still have parts of the old one in its memory.</source>
        <translation>只读驱动器 %1 在拍摄快照后已更改。客户机内存中可能仍有旧内容。</translation>
    </message>
    <message>
        <source>Put the file of then back.</source>
        <translation>请放回当时的文件。</translation>
    </message>
    <message>
        <source>Up to %1 may be needed for copies, and %2 are free.</source>
        <translation>副本最多可能需要 %1，可用空间为 %2。</translation>
    </message>
    <message>
        <source>Make room first, unless the file system can share the blocks of copies.</source>
        <translation>请先腾出空间，除非文件系统能共享副本的数据块。</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>网络接口“%1”：%2</translation>
    </message>
    <message>
        <source>The file system keeps blocks of %1 bytes, so it cannot tell which pages of memory, of 4096 bytes each, a diff has.</source>
        <translation>文件系统的块大小为 %1 字节，无法判断差异快照包含哪些 4096 字节的内存页。</translation>
    </message>
    <message>
        <source>“%1” does not have the size of the memory that it belongs to.</source>
        <translation>“%1”的大小与其所属内存不符。</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>该快照已不存在。</translation>
    </message>
    <message>
        <source>Machines cannot run on this host.</source>
        <translation>虚拟机无法在此主机上运行。</translation>
    </message>
    <message>
        <source>The guest ends at once, without shutting down: what its programs do now is lost.</source>
        <translation>客户机将立即结束而不关机：其程序正在进行的工作将丢失。</translation>
    </message>
    <message>
        <source>Drive “%1”: everything written since %2 is lost.</source>
        <translation>驱动器“%1”：自 %2 以来写入的所有内容都将丢失。</translation>
    </message>
    <message>
        <source>Settings go back: %1</source>
        <translation>设置将还原：%1</translation>
    </message>
    <message>
        <source>The memory is not whole: a snapshot that this one is a diff of is missing or damaged.</source>
        <translation>内存不完整：此差异所依据的某个快照缺失或已损坏。</translation>
    </message>
    <message>
        <source>The guest keeps its MAC and IP addresses, as they are in its memory: clones on one bridge would disturb each other.</source>
        <translation>客户机保留其内存中的 MAC 和 IP 地址：同一网桥上的克隆会相互干扰。</translation>
    </message>
    <message>
        <source>Keep their TAP devices apart, or change the addresses in the guests.</source>
        <translation>请隔离它们的 TAP 设备，或在客户机中更改地址。</translation>
    </message>
    <message>
        <source>%1 lies in the machine’s folder but is a link that leads out of it.</source>
        <translation>%1 位于虚拟机文件夹中，但它是指向外部的链接。</translation>
    </message>
    <message>
        <source>%1 is not a regular file any more.</source>
        <translation>%1 已不再是普通文件。</translation>
    </message>
    <message>
        <source>The drive cannot be put back: files cannot be made in the folder %1.</source>
        <translation>无法还原驱动器：无法在文件夹 %1 中创建文件。</translation>
    </message>
    <message>
        <source>The serial port writes to the engine’s output, not to its file: snapshots do not hold that setting.</source>
        <translation>串口写入引擎的输出而非其文件：快照不保存该设置。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>It is damaged, or of a newer version.</source>
        <translation>它已损坏，或来自更新的版本。</translation>
    </message>
    <message>
        <source>Its description cannot be read: %1</source>
        <translation>无法读取其描述：%1</translation>
    </message>
    <message>
        <source>It is the description of snapshot %1.</source>
        <translation>这是快照 %1 的描述。</translation>
    </message>
    <message>
        <source>Its description is damaged: %1.</source>
        <translation>其描述已损坏：%1。</translation>
    </message>
    <message>
        <source>Its description has no usable “version”.</source>
        <translation>其描述中没有可用的“version”。</translation>
    </message>
    <message>
        <source>It was made by a newer version of Sparkler.</source>
        <translation>它由更新版本的 Sparkler 创建。</translation>
    </message>
    <message>
        <source>Its description is wrong: %1.</source>
        <translation>其描述有误：%1。</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>它不是普通文件。</translation>
    </message>
    <message>
        <source>It is missing.</source>
        <translation>缺失。</translation>
    </message>
    <message>
        <source>It had no checksum yet. It has one from now on.</source>
        <translation>此前没有校验和，现在起有了。</translation>
    </message>
    <message>
        <source>Its content is not what it was when the snapshot was made.</source>
        <translation>其内容与拍摄快照时不同。</translation>
    </message>
    <message>
        <source>Another manager works on the snapshots of this machine.</source>
        <translation>另一个管理器正在处理此虚拟机的快照。</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot.</source>
        <translation>它不是快照归档。</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>该虚拟机已不存在。</translation>
    </message>
    <message>
        <source>What the engine made in place of “%1” is not a file of its own.</source>
        <translation>引擎在“%1”处创建的不是独立文件。</translation>
    </message>
    <message>
        <source>This host does not take the guest’s processor: %1</source>
        <translation>本主机不接受客户机的处理器：%1</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on.</source>
        <translation>请在与制作它的主机类似的主机上恢复。</translation>
    </message>
    <message>
        <source>The guest was given what this host does not offer, and may crash when it uses it: %1.</source>
        <translation>客户机获得了本主机不提供的功能，使用时可能崩溃：%1。</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on. For machines that are to move, choose a CPU template before they are started.</source>
        <translation>请在与制作它的主机类似的主机上恢复。对于要迁移的虚拟机，请在启动前选择 CPU 模板。</translation>
    </message>
    <message>
        <source>The guest relies on the processor not having some flaws, which this host does not promise: %1.</source>
        <translation>客户机依赖处理器没有某些缺陷，而本主机不作此保证：%1。</translation>
    </message>
    <message>
        <source>Port forwards stay with the original, which has the ports of this host.</source>
        <translation>端口转发保留给原虚拟机，此主机的端口由它占用。</translation>
    </message>
    <message>
        <source>Give the clone forwards of its own on its Network page.</source>
        <translation>请在克隆的“网络”页面为其设置自己的转发。</translation>
    </message>
</context>
<context>
    <name>TapState</name>
    <message>
        <source>No network device can have this name.</source>
        <translation>网络设备不能使用此名称。</translation>
    </message>
    <message>
        <source>This host has no /dev/net/tun.</source>
        <translation>此宿主机没有 /dev/net/tun。</translation>
    </message>
    <message>
        <source>You may not open /dev/net/tun.</source>
        <translation>您无权打开 /dev/net/tun。</translation>
    </message>
    <message>
        <source>There is no device %1 on this host.</source>
        <translation>此宿主机上没有设备 %1。</translation>
    </message>
    <message>
        <source>%1 is no TAP device.</source>
        <translation>%1 不是 TAP 设备。</translation>
    </message>
    <message>
        <source>%1 belongs to the user %2.</source>
        <translation>%1 属于用户 %2。</translation>
    </message>
    <message>
        <source>%1 belongs to the user with the number %2.</source>
        <translation>%1 属于编号为 %2 的用户。</translation>
    </message>
    <message>
        <source>%1 belongs to the group with the number %2.</source>
        <translation>%1 属于编号为 %2 的组。</translation>
    </message>
    <message>
        <source>%1 is in use by process %2.</source>
        <translation>%1 正被进程 %2 使用。</translation>
    </message>
    <message>
        <source>%1 is in use by another process.</source>
        <translation>%1 正被另一个进程使用。</translation>
    </message>
    <message>
        <source>%1 is ready, but switched off: no packet passes.</source>
        <translation>%1 已就绪，但未启用：无法传输数据包。</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 已就绪。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Load the kernel&apos;s module: sudo modprobe tun.</source>
        <translation>请加载内核模块：sudo modprobe tun。</translation>
    </message>
    <message>
        <source>Let everybody open it, as is usual: sudo chmod 666 /dev/net/tun. Who may use which device is decided by each device&apos;s owner.</source>
        <translation>请按惯例允许所有用户打开它：sudo chmod 666 /dev/net/tun。谁可以使用哪个设备由各设备的所有者决定。</translation>
    </message>
    <message>
        <source>Make it, as yours.</source>
        <translation>请创建归您所有的设备。</translation>
    </message>
    <message>
        <source>Choose the name of a TAP device, or one that is free.</source>
        <translation>请选择 TAP 设备的名称，或未被使用的名称。</translation>
    </message>
    <message>
        <source>Remove it and make it anew as yours, or choose another.</source>
        <translation>请将其移除并重新创建为归您所有，或选择其他设备。</translation>
    </message>
    <message>
        <source>Stop the machine or program that has it, or choose another device.</source>
        <translation>请停止占用它的虚拟机或程序，或选择其他设备。</translation>
    </message>
    <message>
        <source>Switch it on: sudo ip link set %1 up.</source>
        <translation>请启用它：sudo ip link set %1 up。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Create, run and watch KVM microVMs.</source>
        <translation>创建、运行和观察 KVM microVM。</translation>
    </message>
</context>
<context>
    <name>sparklectl</name>
    <message>
        <source>%1 %2 was not sent.</source>
        <translation>%1 %2 未发送。</translation>
    </message>
    <message>
        <source>A path begins with “/” and has no blanks.</source>
        <translation>路径以“/”开头，且不含空格。</translation>
    </message>
    <message>
        <source>%1 %2 failed.</source>
        <translation>%1 %2 失败。</translation>
    </message>
    <message>
        <source>Send a request to a machine&apos;s engine and print the answer</source>
        <translation>向机器的引擎发送请求并打印应答</translation>
    </message>
    <message>
        <source>BODY is JSON, @FILE, or - for standard input. What is changed so is not kept in the machine&apos;s definition.</source>
        <translation>BODY 是 JSON、@FILE，或表示标准输入的 -。这样所作的更改不会保存在机器的定义中。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>“%1”是多余的词。</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Possible: %3.</source>
        <translation>%1 不能是“%2”。可用：%3。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>没有选项 %1。</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 不带值。</translation>
    </message>
    <message>
        <source>%1 needs a value: %2.</source>
        <translation>%1 需要一个值：%2。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 出现了两次。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>“%1” needs one of these behind it: %2.</source>
        <translation>“%1”后面需要其中之一：%2。</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>未更改“%1”。</translation>
    </message>
    <message>
        <source>Needs a restart of the machine:</source>
        <translation>需要重启机器：</translation>
    </message>
    <message>
        <source>Print JSON in place of text, errors on standard error as well</source>
        <translation>输出 JSON 而不是文本，标准错误上的错误也一样</translation>
    </message>
    <message>
        <source>Show no progress and no remarks</source>
        <translation>不显示进度和附注</translation>
    </message>
    <message>
        <source>Tell what the command does</source>
        <translation>说明该命令的作用</translation>
    </message>
    <message>
        <source>Ctrl-] q leaves, Ctrl-] ] sends Ctrl-].</source>
        <translation>Ctrl-] q 离开，Ctrl-] ] 发送 Ctrl-]。</translation>
    </message>
    <message>
        <source>There is no console.</source>
        <translation>没有控制台。</translation>
    </message>
    <message>
        <source>The console of “%1”. Ctrl-] q leaves it.</source>
        <translation>“%1”的控制台。按 Ctrl-] q 离开。</translation>
    </message>
    <message>
        <source>“%1” has ended.</source>
        <translation>“%1”已结束。</translation>
    </message>
    <message>
        <source>Only show what the guest prints</source>
        <translation>只显示客户机的输出</translation>
    </message>
    <message>
        <source>Open a running machine&apos;s serial console</source>
        <translation>打开运行中机器的串行控制台</translation>
    </message>
    <message>
        <source>First what it has printed, as far as it is kept. Ctrl-] q leaves, the machine runs on. Input that is no terminal is sent as it is, and at its end the command ends. What a guest prints can do to the terminal what any program can.</source>
        <translation>先显示保留下来的先前输出。Ctrl-] q 离开，机器继续运行。不是终端的输入原样发送，输入结束时命令也结束。客户机的输出对终端能做的事与任何程序相同。</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>未创建虚拟机。</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>参见 %1</translation>
    </message>
    <message>
        <source>--demo and --from-config exclude each other.</source>
        <translation>--demo 与 --from-config 互斥。</translation>
    </message>
    <message>
        <source>--demo and %1 exclude each other.</source>
        <translation>--demo 与 %1 互斥。</translation>
    </message>
    <message>
        <source>It needs a kernel: one of --kernel, --from-config and --demo.</source>
        <translation>它需要一个内核：--kernel、--from-config 或 --demo 之一。</translation>
    </message>
    <message>
        <source>--copy-root needs a root drive.</source>
        <translation>--copy-root 需要一个根驱动器。</translation>
    </message>
    <message>
        <source>--disk-size is a size from 1M to 16T.</source>
        <translation>--disk-size 是 1M 到 16T 的大小。</translation>
    </message>
    <message>
        <source>--disk-size needs --copy-root or --demo.</source>
        <translation>--disk-size 需要 --copy-root 或 --demo。</translation>
    </message>
    <message>
        <source>Machine “%1” is made; its id is %2.</source>
        <translation>机器“%1”已创建，其 ID 为 %2。</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system; built once</source>
        <translation>标准 Debian 内核和一个小的根文件系统；只构建一次</translation>
    </message>
    <message>
        <source>What a Firecracker configuration file says</source>
        <translation>Firecracker 配置文件的内容</translation>
    </message>
    <message>
        <source>Kernel: vmlinux or bzImage</source>
        <translation>内核：vmlinux 或 bzImage</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>初始 RAM 磁盘</translation>
    </message>
    <message>
        <source>The kernel&apos;s command line</source>
        <translation>内核命令行</translation>
    </message>
    <message>
        <source>A drive; the first one is the root drive if none says so and there is no initial RAM disk</source>
        <translation>驱动器；若都未指定且没有初始内存盘，第一个就是根驱动器</translation>
    </message>
    <message>
        <source>The machine gets a copy of the root drive of its own</source>
        <translation>机器得到根驱动器的自有副本</translation>
    </message>
    <message>
        <source>Makes that copy larger, with its file system</source>
        <translation>连同文件系统一起扩大该副本</translation>
    </message>
    <message>
        <source>Processors, 1 to 32</source>
        <translation>处理器数，1 到 32</translation>
    </message>
    <message>
        <source>Memory, such as 512 (MiB) or 2G</source>
        <translation>内存，例如 512（MiB）或 2G</translation>
    </message>
    <message>
        <source>A network interface: with user-mode networking, or on a TAP device of the host</source>
        <translation>网络接口：用户模式网络，或宿主机的 TAP 设备</translation>
    </message>
    <message>
        <source>A port of the host that leads to one of the guest&apos;s; with --network user</source>
        <translation>通向客户机端口的宿主机端口；与 --network user 一起使用</translation>
    </message>
    <message>
        <source>A vsock device with this CID</source>
        <translation>带此 CID 的 vsock 设备</translation>
    </message>
    <message>
        <source>Track written pages, for incremental snapshots</source>
        <translation>跟踪被写入的页，用于增量快照</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>在哪里运行</translation>
    </message>
    <message>
        <source>What confines its engine</source>
        <translation>用什么隔离其引擎</translation>
    </message>
    <message>
        <source>Group in the list</source>
        <translation>列表中的分组</translation>
    </message>
    <message>
        <source>A tag; may be given several times</source>
        <translation>标签；可多次给出</translation>
    </message>
    <message>
        <source>Notes about the machine</source>
        <translation>关于机器的备注</translation>
    </message>
    <message>
        <source>Start it, too</source>
        <translation>同时启动它</translation>
    </message>
    <message>
        <source>Make a machine</source>
        <translation>创建机器</translation>
    </message>
    <message>
        <source>Of one&apos;s own files, of a Firecracker configuration file, or the demo. Other options change what the file or the demo says. A name that is taken gets a number.</source>
        <translation>用自己的文件、Firecracker 配置文件，或演示。其他选项更改文件或演示的内容。已被占用的名称会加上编号。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Looking at this host</source>
        <translation>正在检查此宿主机</translation>
    </message>
    <message>
        <source>What helps: %1</source>
        <translation>解决办法：%1</translation>
    </message>
    <message>
        <source>Look whether this host has all that machines need</source>
        <translation>检查此宿主机是否具备机器所需的一切</translation>
    </message>
    <message>
        <source>The checks of the manager&apos;s start page. The exit code is 5 when one of them found a problem; warnings do not count.</source>
        <translation>与管理器起始页相同的检查。其中任何一项发现问题时退出码为 5；警告不计。</translation>
    </message>
    <message>
        <source>The drive was not changed.</source>
        <translation>驱动器未更改。</translation>
    </message>
    <message>
        <source>“%1” has no drive “%2”.</source>
        <translation>“%1”没有驱动器“%2”。</translation>
    </message>
    <message>
        <source>“sparklectl drive list” tells which there are.</source>
        <translation>“sparklectl drive list”会列出有哪些。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ROOT</source>
        <translation>根</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>BANDWIDTH</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>OPERATIONS</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Only one drive can be the root drive.</source>
        <translation>只能有一个根驱动器。</translation>
    </message>
    <message>
        <source>There is a drive “%1” already.</source>
        <translation>已经有驱动器“%1”。</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 与 %2 互斥。</translation>
    </message>
    <message>
        <source>Whether the guest&apos;s flushes reach the disk</source>
        <translation>客户机的刷写是否到达磁盘</translation>
    </message>
    <message>
        <source>How the engine reads and writes</source>
        <translation>引擎如何读写</translation>
    </message>
    <message>
        <source>Its id; otherwise one is chosen</source>
        <translation>其 ID；否则自动选择</translation>
    </message>
    <message>
        <source>Another file, at once where the machine runs</source>
        <translation>另一个文件，机器运行时立即生效</translation>
    </message>
    <message>
        <source>The guest may not write to it</source>
        <translation>客户机不可写</translation>
    </message>
    <message>
        <source>The guest may write to it</source>
        <translation>客户机可写</translation>
    </message>
    <message>
        <source>So many bytes in that time, a second if not given, and once so many more</source>
        <translation>在该时间内（未给出则为一秒）这么多字节，外加一次性的这么多</translation>
    </message>
    <message>
        <source>So many requests in that time</source>
        <translation>在该时间内这么多请求</translation>
    </message>
    <message>
        <source>List a machine&apos;s drives</source>
        <translation>列出机器的驱动器</translation>
    </message>
    <message>
        <source>Give a machine another drive, from its next start on</source>
        <translation>给机器再加一个驱动器，从下次启动起</translation>
    </message>
    <message>
        <source>Change a drive</source>
        <translation>更改驱动器</translation>
    </message>
    <message>
        <source>A running machine gets another file at once; the other settings hold from its next start on.</source>
        <translation>运行中的机器立即换用另一文件；其他设置从下次启动起生效。</translation>
    </message>
    <message>
        <source>Take a drive away, from the next start on</source>
        <translation>移除驱动器，从下次启动起</translation>
    </message>
    <message>
        <source>The file stays.</source>
        <translation>文件保留。</translation>
    </message>
    <message>
        <source>Limit a drive, at once where the machine runs</source>
        <translation>限制驱动器，机器运行时立即生效</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>虚拟机未运行。</translation>
    </message>
    <message>
        <source>Start it: sparklectl start %1</source>
        <translation>启动它：sparklectl start %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>The document is larger than 16 MiB.</source>
        <translation>文档大于 16 MiB。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer is not valid.</source>
        <translation>引擎的应答无效。</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>无法连接引擎。</translation>
    </message>
    <message>
        <source>Another process listens on the machine&apos;s API socket.</source>
        <translation>另一个进程在监听机器的 API 套接字。</translation>
    </message>
    <message>
        <source>Makes and runs KVM microVMs on the command line. It works on the same machines as the manager (sparkler), at the same time: what one of them does the other sees. A machine runs on when the command has ended. MACHINE is its name, its id, or the beginning of an id that no other one has.</source>
        <translation>在命令行上创建和运行 KVM microVM。它与管理器（sparkler）同时处理相同的机器：一方所做的另一方都能看到。命令结束后机器继续运行。MACHINE 是其名称、ID，或没有其他机器共有的 ID 开头部分。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The command line is wrong; nothing was done</source>
        <translation>命令行有误；什么都没做</translation>
    </message>
    <message>
        <source>There is no such machine, snapshot, drive or interface, or the name fits several</source>
        <translation>没有这样的机器、快照、驱动器或接口，或名称对应多个</translation>
    </message>
    <message>
        <source>The machine&apos;s state does not allow it now</source>
        <translation>机器目前的状态不允许</translation>
    </message>
    <message>
        <source>“doctor” found a problem</source>
        <translation>“doctor”发现了问题</translation>
    </message>
    <message>
        <source>Interrupted by a signal</source>
        <translation>被信号中断</translation>
    </message>
    <message>
        <source>[OPTION...]</source>
        <translation>[OPTION...]</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>sparklectl COMMAND [OPTION...]</source>
        <translation>sparklectl COMMAND [OPTION...]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>所有命令的选项：</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>退出码：</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>make and run KVM microVMs</source>
        <translation>创建和运行 KVM microVM</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>COMMAND [OPTION...]</source>
        <translation>COMMAND [OPTION...]</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Options of every command</source>
        <translation>所有命令的选项</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Machines, trash and assets</source>
        <translation>机器、回收站和素材</translation>
    </message>
    <message>
        <source>The manager&apos;s settings: language, engine and time to stop count here, too</source>
        <translation>管理器的设置：语言、引擎和停止时限在此同样有效</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>另请参阅</translation>
    </message>
    <message>
        <source>user-mode network</source>
        <translation>用户模式网络</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>RECEIVE BANDWIDTH</source>
        <translation>接收带宽</translation>
    </message>
    <message>
        <source>RECEIVE OPERATIONS</source>
        <translation>接收操作数</translation>
    </message>
    <message>
        <source>SEND BANDWIDTH</source>
        <translation>发送带宽</translation>
    </message>
    <message>
        <source>SEND OPERATIONS</source>
        <translation>发送操作数</translation>
    </message>
    <message>
        <source>“%1” has no network interface “%2”.</source>
        <translation>“%1”没有网络接口“%2”。</translation>
    </message>
    <message>
        <source>“sparklectl interface list” tells which there are.</source>
        <translation>“sparklectl interface list”会列出有哪些。</translation>
    </message>
    <message>
        <source>The network interface was not changed.</source>
        <translation>网络接口未更改。</translation>
    </message>
    <message>
        <source>Bytes towards the guest</source>
        <translation>发往客户机的字节</translation>
    </message>
    <message>
        <source>Packets towards the guest</source>
        <translation>发往客户机的数据包</translation>
    </message>
    <message>
        <source>Bytes from the guest</source>
        <translation>来自客户机的字节</translation>
    </message>
    <message>
        <source>Packets from the guest</source>
        <translation>来自客户机的数据包</translation>
    </message>
    <message>
        <source>List a machine&apos;s network interfaces</source>
        <translation>列出机器的网络接口</translation>
    </message>
    <message>
        <source>Limit a network interface, at once where the machine runs</source>
        <translation>限制网络接口，机器运行时立即生效</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds.</source>
        <translation>--timeout 是秒数。</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>未暂停“%1”。</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>未恢复“%1”。</translation>
    </message>
    <message>
        <source>End the engine at once</source>
        <translation>立即结束引擎</translation>
    </message>
    <message>
        <source>How long the guest may take to power off before it is forced to; the manager&apos;s setting, if not given</source>
        <translation>客户机在被强制之前可用于关机的时间；未给出则用管理器的设置</translation>
    </message>
    <message>
        <source>Start machines</source>
        <translation>启动机器</translation>
    </message>
    <message>
        <source>Ends when the guests run. They run on afterwards, without any manager.</source>
        <translation>客户机运行后结束。此后它们无需管理器也继续运行。</translation>
    </message>
    <message>
        <source>Ask guests to power off, and force those that do not</source>
        <translation>请求客户机关机，并强制不响应的</translation>
    </message>
    <message>
        <source>Interrupted while it waits, it leaves the machine running.</source>
        <translation>等待时被中断，则机器继续运行。</translation>
    </message>
    <message>
        <source>Stop machines and start them with their present settings</source>
        <translation>停止机器并以当前设置启动</translation>
    </message>
    <message>
        <source>Let guests stand still</source>
        <translation>让客户机暂停</translation>
    </message>
    <message>
        <source>Let paused guests go on</source>
        <translation>让暂停的客户机继续</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>未启动“%1”。</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>未停止“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 10M (a second), 10M/100ms, 10M/1s+50M (with a burst).</source>
        <translation>“%1”不是限制值。可用：none、10M（每秒）、10M/100ms、10M/1s+50M（带突发）。</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 500 (a second), 500/100ms, 500/1s+1000 (with a burst).</source>
        <translation>“%1”不是限制值。可用：none、500（每秒）、500/100ms、500/1s+1000（带突发）。</translation>
    </message>
    <message>
        <source>--lines is a number.</source>
        <translation>--lines 是一个数。</translation>
    </message>
    <message>
        <source>The events were not read.</source>
        <translation>未读取事件。</translation>
    </message>
    <message>
        <source>So many of the last lines; 100 if not given</source>
        <translation>最后这么多行；未给出则为 100</translation>
    </message>
    <message>
        <source>Then what is added, until a signal comes</source>
        <translation>然后是新增内容，直到收到信号</translation>
    </message>
    <message>
        <source>What the engine wrote to its standard output and error</source>
        <translation>引擎写到其标准输出和标准错误的内容</translation>
    </message>
    <message>
        <source>Print the log of a machine&apos;s engine</source>
        <translation>打印机器引擎的日志</translation>
    </message>
    <message>
        <source>Print what happens to a running machine, as it happens</source>
        <translation>实时打印运行中机器发生的事情</translation>
    </message>
    <message>
        <source>Ends when the machine does, or when a signal comes.</source>
        <translation>机器结束或收到信号时结束。</translation>
    </message>
    <message>
        <source>--vcpus is a number from 1 to 32.</source>
        <translation>--vcpus 是 1 到 32 的数。</translation>
    </message>
    <message>
        <source>--memory is a size in whole MiB, such as 512 or 2G.</source>
        <translation>--memory 是以整 MiB 为单位的大小，例如 512 或 2G。</translation>
    </message>
    <message>
        <source>--forward needs --network user.</source>
        <translation>--forward 需要 --network user。</translation>
    </message>
    <message>
        <source>--vsock is a number from %1 to %2.</source>
        <translation>--vsock 是 %1 到 %2 的数。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>“%1” is no forwarded port: [tcp:|udp:][ADDRESS:]HOST_PORT:GUEST_PORT.</source>
        <translation>“%1”不是转发端口：[tcp:|udp:][地址:]宿主机端口:客户机端口。</translation>
    </message>
    <message>
        <source>No machines. Make one: sparklectl create --demo NAME</source>
        <translation>没有机器。创建一个：sparklectl create --demo NAME</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>自</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>root</source>
        <translation>根</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>path and properties</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>TAP device %1</source>
        <translation>TAP 设备 %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>运行器</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>进程 %1</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>驱动器 %1</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>接口 %1</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>CID %1</source>
        <translation>CID %1</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Only machines with an engine</source>
        <translation>仅有引擎的机器</translation>
    </message>
    <message>
        <source>Only machines of this group</source>
        <translation>仅此分组的机器</translation>
    </message>
    <message>
        <source>Only the names, one a line</source>
        <translation>仅名称，每行一个</translation>
    </message>
    <message>
        <source>List the machines and what they do</source>
        <translation>列出机器及其状态</translation>
    </message>
    <message>
        <source>Tell all about one machine</source>
        <translation>显示一台机器的全部信息</translation>
    </message>
    <message>
        <source>With --json the configuration is the one of a Firecracker configuration file.</source>
        <translation>使用 --json 时，配置即 Firecracker 配置文件的形式。</translation>
    </message>
    <message>
        <source>The metrics were not read.</source>
        <translation>未读取指标。</translation>
    </message>
    <message>
        <source>COUNTER</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>值</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Also what is 0</source>
        <translation>也包括为 0 的</translation>
    </message>
    <message>
        <source>Every second what has changed, until the machine ends or a signal comes</source>
        <translation>每秒显示变化，直到机器结束或收到信号</translation>
    </message>
    <message>
        <source>Print what a running machine&apos;s engine has counted</source>
        <translation>打印运行中机器的引擎所计数的内容</translation>
    </message>
    <message>
        <source>PREFIX leaves only counters whose name begins so, such as net_eth0.</source>
        <translation>PREFIX 只保留名称以此开头的计数器，例如 net_eth0。</translation>
    </message>
    <message>
        <source>The metadata were not read.</source>
        <translation>未读取元数据。</translation>
    </message>
    <message>
        <source>The metadata were not changed.</source>
        <translation>元数据未更改。</translation>
    </message>
    <message>
        <source>No network interface of the machine answers for the metadata service yet.</source>
        <translation>机器还没有网络接口为元数据服务应答。</translation>
    </message>
    <message>
        <source>It is not a JSON object: %1.</source>
        <translation>不是 JSON 对象：%1。</translation>
    </message>
    <message>
        <source>What the machine starts with, also when it runs</source>
        <translation>机器启动时所用的，即使它在运行</translation>
    </message>
    <message>
        <source>Print the metadata: of the running machine, else what it starts with</source>
        <translation>打印元数据：运行中机器的，否则为启动时所用的</translation>
    </message>
    <message>
        <source>Replace the metadata: of the running machine, else what it starts with</source>
        <translation>替换元数据：运行中机器的，否则为启动时所用的</translation>
    </message>
    <message>
        <source>Merge into the metadata; null takes a name away</source>
        <translation>合并到元数据；null 移除名称</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>引擎的最后几行：</translation>
    </message>
    <message>
        <source>“%1” was deleted meanwhile.</source>
        <translation>“%1”在此期间被删除。</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>There is no machine “%1”.</source>
        <translation>没有机器“%1”。</translation>
    </message>
    <message>
        <source>“sparklectl list” tells which there are.</source>
        <translation>“sparklectl list”会列出有哪些。</translation>
    </message>
    <message>
        <source>“%1” fits several machines: %2.</source>
        <translation>“%1”对应多台机器：%2。</translation>
    </message>
    <message>
        <source>Use more of the id.</source>
        <translation>给出更长的 ID。</translation>
    </message>
    <message>
        <source>Print the manual page, for man -l -</source>
        <translation>输出手册页，用于 man -l -</translation>
    </message>
    <message>
        <source>Print a completion script for bash, zsh or fish</source>
        <translation>输出 bash、zsh 或 fish 的补全脚本</translation>
    </message>
    <message>
        <source>Tell what the commands do</source>
        <translation>说明各命令的作用</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>打印版本</translation>
    </message>
    <message>
        <source>It can be done.</source>
        <translation>可以执行。</translation>
    </message>
    <message>
        <source>“%1” has no snapshot “%2”.</source>
        <translation>“%1”没有快照“%2”。</translation>
    </message>
    <message>
        <source>“%1” fits several snapshots: %2.</source>
        <translation>“%1”对应多个快照：%2。</translation>
    </message>
    <message>
        <source>“sparklectl snapshot list” tells which there are.</source>
        <translation>“sparklectl snapshot list”会列出有哪些。</translation>
    </message>
    <message>
        <source>“%1” was not restored.</source>
        <translation>“%1”未恢复。</translation>
    </message>
    <message>
        <source>--count is a number from 1 to %1.</source>
        <translation>--count 是 1 到 %1 的数。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>“%1” has no snapshots.</source>
        <translation>“%1”没有快照。</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>ON DISK</source>
        <translation>占用磁盘</translation>
    </message>
    <message>
        <source>No snapshot was made.</source>
        <translation>未拍摄快照。</translation>
    </message>
    <message>
        <source>“%1” is taken; its id is %2.</source>
        <translation>“%1”已拍摄，其 ID 为 %2。</translation>
    </message>
    <message>
        <source>The snapshot was not deleted.</source>
        <translation>快照未删除。</translation>
    </message>
    <message>
        <source>Its name; the time if not given</source>
        <translation>其名称；未给出则为时间</translation>
    </message>
    <message>
        <source>A note with it</source>
        <translation>附带的备注</translation>
    </message>
    <message>
        <source>Only what has changed since the last one</source>
        <translation>仅自上一个以来的更改</translation>
    </message>
    <message>
        <source>Delete the diffs that need it, too</source>
        <translation>同时删除依赖它的差异快照</translation>
    </message>
    <message>
        <source>Make the diffs that need it full before</source>
        <translation>先使依赖它的差异快照变为完整</translation>
    </message>
    <message>
        <source>Leave the guest paused afterwards</source>
        <translation>之后让客户机保持暂停</translation>
    </message>
    <message>
        <source>Only tell what would come of it</source>
        <translation>只说明会有什么结果</translation>
    </message>
    <message>
        <source>The new machine&apos;s name</source>
        <translation>新机器的名称</translation>
    </message>
    <message>
        <source>So many machines, 1 to 64</source>
        <translation>这么多台机器，1 到 64</translation>
    </message>
    <message>
        <source>List a machine&apos;s snapshots</source>
        <translation>列出机器的快照</translation>
    </message>
    <message>
        <source>A star marks the one that was made or restored last.</source>
        <translation>星号标记最后拍摄或恢复的那个。</translation>
    </message>
    <message>
        <source>Take a snapshot of a machine that runs or is paused</source>
        <translation>拍摄运行中或暂停的机器的快照</translation>
    </message>
    <message>
        <source>Go back to a snapshot</source>
        <translation>返回到快照</translation>
    </message>
    <message>
        <source>Ends the machine&apos;s engine and starts it from the snapshot; what was done since is gone. When it fails, drives and settings are as before.</source>
        <translation>结束机器的引擎并从快照启动；此后所做的一切都会丢失。失败时，驱动器和设置保持原样。</translation>
    </message>
    <message>
        <source>Make new machines from a snapshot and start them</source>
        <translation>从快照创建新机器并启动</translation>
    </message>
    <message>
        <source>Delete a snapshot for good</source>
        <translation>永久删除快照</translation>
    </message>
    <message>
        <source>Compare a snapshot&apos;s files with their checksums</source>
        <translation>将快照文件与其校验和比较</translation>
    </message>
    <message>
        <source>Write a snapshot into one file, for elsewhere</source>
        <translation>将快照写入单个文件，以便在别处使用</translation>
    </message>
    <message>
        <source>Make a stopped machine of such a file</source>
        <translation>用这样的文件创建一台停止的机器</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>未删除“%1”。</translation>
    </message>
    <message>
        <source>“%1” is deleted for good.</source>
        <translation>“%1”已永久删除。</translation>
    </message>
    <message>
        <source>“%1” is in the trash: sparklectl undelete %2</source>
        <translation>“%1”在回收站中：sparklectl undelete %2</translation>
    </message>
    <message>
        <source>There is no machine “%1” in the trash.</source>
        <translation>回收站中没有机器“%1”。</translation>
    </message>
    <message>
        <source>“sparklectl trash” tells which there are.</source>
        <translation>“sparklectl trash”会列出有哪些。</translation>
    </message>
    <message>
        <source>“%1” is there again.</source>
        <translation>“%1”已恢复。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>DELETED</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>With its disks and snapshots, for good</source>
        <translation>连同其磁盘和快照，永久删除</translation>
    </message>
    <message>
        <source>Move machines that do not run into the trash</source>
        <translation>将未运行的机器移入回收站</translation>
    </message>
    <message>
        <source>Take machines out of the trash</source>
        <translation>从回收站取出机器</translation>
    </message>
    <message>
        <source>List what is in the trash</source>
        <translation>列出回收站中的内容</translation>
    </message>
    <message>
        <source>It will probably go wrong; with --accept-risk it is tried.</source>
        <translation>这很可能会失败；使用 --accept-risk 则仍会尝试。</translation>
    </message>
    <message>
        <source>Try it also where it will probably go wrong</source>
        <translation>即使很可能失败也尝试</translation>
    </message>
    <message>
        <source>The processor that the guest sees: T2, T2S, T2CL, T2A, C3, or a template of one&apos;s own</source>
        <translation>客户机看到的处理器：T2、T2S、T2CL、T2A、C3，或自有模板</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ApiError</name>
    <message>
        <source>there is no socket file</source>
        <translation>没有套接字文件</translation>
    </message>
    <message>
        <source>nobody listens on the socket</source>
        <translation>没有进程监听该套接字</translation>
    </message>
    <message>
        <source>you may not open the socket</source>
        <translation>您无权打开该套接字</translation>
    </message>
    <message>
        <source>the socket&apos;s path is not absolute</source>
        <translation>套接字路径不是绝对路径</translation>
    </message>
    <message>
        <source>the socket&apos;s path is longer than 106 bytes</source>
        <translation>套接字路径超过 106 字节</translation>
    </message>
    <message>
        <source>the file is not a socket</source>
        <translation>该文件不是套接字</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached.</source>
        <translation>%1 失败：无法连接引擎。</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached, %2.</source>
        <translation>%1 失败：无法连接引擎，%2。</translation>
    </message>
    <message>
        <source>%1 failed: the engine did not answer in time. It may still act on it.</source>
        <translation>%1 失败：引擎未及时应答，但仍可能执行该请求。</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1 已取消。</translation>
    </message>
    <message>
        <source>%1 failed: the engine closed the connection before it had answered.</source>
        <translation>%1 失败：引擎在应答前关闭了连接。</translation>
    </message>
    <message>
        <source>%1 failed: the answer is not valid (%2).</source>
        <translation>%1 失败：应答无效（%2）。</translation>
    </message>
    <message>
        <source>%1 failed: the answer is too large.</source>
        <translation>%1 失败：应答过大。</translation>
    </message>
    <message>
        <source>The engine refused %1 with status %2.</source>
        <translation>引擎拒绝了 %1，状态为 %2。</translation>
    </message>
    <message>
        <source>The engine refused %1: %2</source>
        <translation>引擎拒绝了 %1：%2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::AssetLibrary</name>
    <message>
        <source>It is not a regular file.</source>
        <translation>不是普通文件。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>由较新版本的 Sparkler 写入。</translation>
    </message>
    <message>
        <source>Its asset.json is damaged.</source>
        <translation>其 asset.json 已损坏。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>未导入 %1。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>校验 %1</translation>
    </message>
    <message>
        <source>The file was not verified.</source>
        <translation>未校验该文件。</translation>
    </message>
    <message>
        <source>It is not in the library.</source>
        <translation>它不在库中。</translation>
    </message>
    <message>
        <source>%1 was not verified.</source>
        <translation>未校验 %1。</translation>
    </message>
    <message>
        <source>%1 is not what was imported.</source>
        <translation>%1 与导入时不同。</translation>
    </message>
    <message>
        <source>Its checksum is %1; it was %2.</source>
        <translation>其校验和为 %1，原为 %2。</translation>
    </message>
    <message>
        <source>Remove it and import it again.</source>
        <translation>请将其移除后重新导入。</translation>
    </message>
    <message>
        <source>The file was not removed.</source>
        <translation>未移除该文件。</translation>
    </message>
    <message>
        <source>It is not in the library any more.</source>
        <translation>它已不在库中。</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>未移除 %1。</translation>
    </message>
    <message>
        <source>Make the demo guest</source>
        <translation>创建演示客户机</translation>
    </message>
    <message>
        <source>The demo guest was not made.</source>
        <translation>未创建演示客户机。</translation>
    </message>
    <message>
        <source>The program that makes it (guest/build-guest) was not found.</source>
        <translation>未找到用于创建它的程序（guest/build-guest）。</translation>
    </message>
    <message>
        <source>Reinstall Sparkler, or set SPARKLER_RESOURCES.</source>
        <translation>请重新安装 Sparkler，或设置 SPARKLER_RESOURCES。</translation>
    </message>
    <message>
        <source>Look at the last lines for the reason, then try again.</source>
        <translation>请查看最后几行了解原因，然后重试。</translation>
    </message>
    <message>
        <source>Making the demo guest from Debian packages</source>
        <translation>正在用 Debian 软件包创建演示客户机</translation>
    </message>
    <message>
        <source>Making it ended well, but there are files missing in %1.</source>
        <translation>创建已顺利完成，但 %1 中缺少文件。</translation>
    </message>
    <message>
        <source>Create disk %1</source>
        <translation>创建磁盘 %1</translation>
    </message>
    <message>
        <source>The disk was not made.</source>
        <translation>未创建磁盘。</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>The disk was not copied.</source>
        <translation>未复制磁盘。</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>The disk was not resized.</source>
        <translation>未调整磁盘大小。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonCard</name>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>气球</translation>
    </message>
    <message>
        <source>Why there is no balloon</source>
        <translation>没有气球的原因</translation>
    </message>
    <message>
        <source>Target of the balloon in MiB</source>
        <translation>气球目标 (MiB)</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Target of the balloon</source>
        <translation>气球目标</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>目标(&amp;G)</translation>
    </message>
    <message>
        <source>So much memory the guest is asked to give back to the host. Its driver decides how fast, and whether it can.</source>
        <translation>请求客户机归还给宿主机的内存量。归还速度以及能否归还由客户机的驱动程序决定。</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已归还</translation>
    </message>
    <message>
        <source>A&amp;cknowledge at the end</source>
        <translation>结束时确认(&amp;C)</translation>
    </message>
    <message>
        <source>The engine tells the guest when a run is over, so that it may use the pages again</source>
        <translation>引擎在一轮结束时通知客户机，使其可以重新使用这些页</translation>
    </message>
    <message>
        <source>Start a &amp;run</source>
        <translation>开始一轮(&amp;R)</translation>
    </message>
    <message>
        <source>Stop &amp;hinting</source>
        <translation>停止提示(&amp;H)</translation>
    </message>
    <message>
        <source>Free page hinting</source>
        <translation>空闲页提示</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Interval of the statistics</source>
        <translation>统计间隔</translation>
    </message>
    <message>
        <source>&amp;Statistics every</source>
        <translation>统计间隔(&amp;S)</translation>
    </message>
    <message>
        <source>The engine is not known yet.</source>
        <translation>尚不知道所用引擎。</translation>
    </message>
    <message>
        <source>%1 Its balloon can be worked while it runs.</source>
        <translation>%1虚拟机运行时可调整其气球。</translation>
    </message>
    <message>
        <source>This machine was started without a balloon. Add one under Hardware; it is there from the next start.
%1</source>
        <translation>此虚拟机启动时没有气球。请在“硬件”中添加，下次启动起生效。
%1</translation>
    </message>
    <message>
        <source>The engine is being asked about the balloon.</source>
        <translation>正在向引擎查询气球。</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>正在请求 %1…</translation>
    </message>
    <message>
        <source>%1 of %2 wanted</source>
        <translation>%1，目标 %2</translation>
    </message>
    <message>
        <source>Not known: the statistics are off. Wanted: %1</source>
        <translation>未知：统计已关闭。目标：%1</translation>
    </message>
    <message>
        <source>How often the guest is asked. Statistics cannot be switched off while the machine runs.</source>
        <translation>查询客户机的频率。虚拟机运行时无法关闭统计。</translation>
    </message>
    <message>
        <source>This machine was started without statistics, and they cannot be switched on while it runs. Give the balloon an interval (stats_polling_interval_s) under Hardware; it counts from the next start.</source>
        <translation>此虚拟机启动时未启用统计，运行时无法启用。请在“硬件”中为气球设置间隔 (stats_polling_interval_s)，下次启动起生效。</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚未知</translation>
    </message>
    <message>
        <source>Run %1 is under way</source>
        <translation>第 %1 轮正在进行</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>%1; the guest has not answered yet</source>
        <translation>%1；客户机尚未应答</translation>
    </message>
    <message>
        <source>%1; the guest is at it</source>
        <translation>%1；客户机正在处理</translation>
    </message>
    <message>
        <source>host_cmd %1, guest_cmd %2</source>
        <translation>host_cmd %1，guest_cmd %2</translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <translation>没有正在进行的轮次。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonForm</name>
    <message>
        <source>Memory balloon</source>
        <translation>内存气球</translation>
    </message>
    <message>
        <source>The host can &amp;take memory back from the guest</source>
        <translation>宿主机可以从客户机收回内存(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Give memory back when the guest runs out</source>
        <translation>客户机内存不足时归还内存(&amp;G)</translation>
    </message>
    <message>
        <source>The guest tells which pages are &amp;free</source>
        <translation>客户机报告哪些页空闲(&amp;F)</translation>
    </message>
    <message>
        <source>Free pages can be asked for (&amp;hinting)</source>
        <translation>可以查询空闲页（提示）(&amp;H)</translation>
    </message>
    <message>
        <source>Target at the start</source>
        <translation>启动时的目标</translation>
    </message>
    <message>
        <source>Tar&amp;get at the start</source>
        <translation>启动时的目标(&amp;G)</translation>
    </message>
    <message>
        <source>As much as this the guest does without.</source>
        <translation>客户机将少用这么多内存。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Sta&amp;tistics every</source>
        <translation>统计间隔(&amp;T)</translation>
    </message>
    <message>
        <source>Statistics that are off at the start cannot be switched on while the machine runs.</source>
        <translation>启动时关闭的统计在虚拟机运行时无法启用。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonMonitor</name>
    <message>
        <source>The balloon&apos;s target was not changed.</source>
        <translation>未更改气球目标。</translation>
    </message>
    <message>
        <source>The interval of the statistics was not changed.</source>
        <translation>未更改统计间隔。</translation>
    </message>
    <message>
        <source>Free page hinting was not started.</source>
        <translation>未开始空闲页提示。</translation>
    </message>
    <message>
        <source>Free page hinting was not stopped.</source>
        <translation>未停止空闲页提示。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatistics</name>
    <message>
        <source>Swapped in</source>
        <translation>换入</translation>
    </message>
    <message>
        <source>Memory that came back from swap space</source>
        <translation>从交换空间换回的内存</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>换出</translation>
    </message>
    <message>
        <source>Memory that went to swap space</source>
        <translation>移入交换空间的内存</translation>
    </message>
    <message>
        <source>Major page faults</source>
        <translation>主要缺页</translation>
    </message>
    <message>
        <source>Page faults that had to read from a disk</source>
        <translation>需要读取磁盘的缺页</translation>
    </message>
    <message>
        <source>Minor page faults</source>
        <translation>次要缺页</translation>
    </message>
    <message>
        <source>Page faults without reading from a disk</source>
        <translation>无需读取磁盘的缺页</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>空闲内存</translation>
    </message>
    <message>
        <source>Memory that is used for nothing</source>
        <translation>未作任何用途的内存</translation>
    </message>
    <message>
        <source>Total memory</source>
        <translation>总内存</translation>
    </message>
    <message>
        <source>Memory that the guest has, the balloon taken off</source>
        <translation>客户机拥有的内存，不含气球</translation>
    </message>
    <message>
        <source>Available memory</source>
        <translation>可用内存</translation>
    </message>
    <message>
        <source>Memory that new programs could have without swapping</source>
        <translation>新程序无需交换即可使用的内存</translation>
    </message>
    <message>
        <source>Disk caches</source>
        <translation>磁盘缓存</translation>
    </message>
    <message>
        <source>Memory that holds file contents and could be given up</source>
        <translation>存放文件内容、可以释放的内存</translation>
    </message>
    <message>
        <source>Huge pages handed out</source>
        <translation>已分配的大页</translation>
    </message>
    <message>
        <source>Allocations of huge pages that succeeded</source>
        <translation>成功的大页分配次数</translation>
    </message>
    <message>
        <source>Huge pages refused</source>
        <translation>被拒绝的大页</translation>
    </message>
    <message>
        <source>Allocations of huge pages that failed</source>
        <translation>失败的大页分配次数</translation>
    </message>
    <message>
        <source>Killed for lack of memory</source>
        <translation>因内存不足被终止</translation>
    </message>
    <message>
        <source>Processes that the guest ended because it had no memory</source>
        <translation>客户机因内存耗尽而终止的进程</translation>
    </message>
    <message>
        <source>Stalled allocations</source>
        <translation>停滞的分配</translation>
    </message>
    <message>
        <source>Allocations that had to wait until memory was reclaimed</source>
        <translation>必须等待内存回收的分配次数</translation>
    </message>
    <message>
        <source>Pages scanned in the background</source>
        <translation>后台扫描的页</translation>
    </message>
    <message>
        <source>Pages looked at by the guest&apos;s background reclaim</source>
        <translation>客户机后台回收时检查的页</translation>
    </message>
    <message>
        <source>Pages scanned while waiting</source>
        <translation>等待时扫描的页</translation>
    </message>
    <message>
        <source>Pages looked at while an allocation was waiting</source>
        <translation>分配等待期间检查的页</translation>
    </message>
    <message>
        <source>Pages reclaimed in the background</source>
        <translation>后台回收的页</translation>
    </message>
    <message>
        <source>Pages won by the guest&apos;s background reclaim</source>
        <translation>客户机后台回收得到的页</translation>
    </message>
    <message>
        <source>Pages reclaimed while waiting</source>
        <translation>等待时回收的页</translation>
    </message>
    <message>
        <source>Pages won while an allocation was waiting</source>
        <translation>分配等待期间得到的页</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatisticsView</name>
    <message>
        <source>Memory as the guest sees it</source>
        <translation>客户机所见的内存</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s memory</source>
        <translation>客户机内存统计</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>统计项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BootSourceForm</name>
    <message>
        <source>Boot source</source>
        <translation>引导源</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>初始 RAM 磁盘</translation>
    </message>
    <message>
        <source>Use the engine&apos;s default argumen&amp;ts</source>
        <translation>使用引擎的默认参数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>内核(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Initial RAM disk</source>
        <translation>初始 RAM 磁盘(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Boot arguments</source>
        <translation>引导参数(&amp;B)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ByteSizeField</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Enter a size such as 512 MiB or 1.5 GiB.</source>
        <translation>请输入大小，例如 512 MiB 或 1.5 GiB。</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>The least is %1.</source>
        <translation>最小值为 %1。</translation>
    </message>
    <message>
        <source>The most is %1.</source>
        <translation>最大值为 %1。</translation>
    </message>
    <message>
        <source>Enter a multiple of %1.</source>
        <translation>请输入 %1 的整数倍。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ChangeBar</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>应用(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Applies now: %1</source>
        <translation>立即生效：%1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>下次启动时生效：%1</translation>
    </message>
    <message>
        <source>Cannot be applied yet: %1</source>
        <translation>尚无法应用：%1</translation>
    </message>
    <message>
        <source>The changes are being applied.</source>
        <translation>正在应用更改。</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>正在应用…</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneOperation</name>
    <message>
        <source>No machine was made from “%1”.</source>
        <translation>未从“%1”创建虚拟机。</translation>
    </message>
    <message>
        <source>Between 1 and %1 machines can be made at once.</source>
        <translation>一次可创建 1 到 %1 台虚拟机。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>正在合并内存</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>虚拟机在此期间被删除。</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <translation>%1 克隆</translation>
    </message>
    <message>
        <source>Making “%1”</source>
        <translation>正在创建“%1”</translation>
    </message>
    <message>
        <source>It is being made from a snapshot.</source>
        <translation>正在由快照创建。</translation>
    </message>
    <message>
        <source>Starting “%1”</source>
        <translation>正在启动“%1”</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>未创建虚拟机。</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were made before and run.</source>
        <translation>
            <numerusform>此前已创建 %n 台虚拟机，正在运行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneSnapshotDialog</name>
    <message>
        <source>%1: %2</source>
        <comment>interface and its network device</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between network interfaces</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>New machine from “%1”</source>
        <translation>从“%1”新建虚拟机</translation>
    </message>
    <message>
        <source>Start clones of “%1”</source>
        <translation>启动“%1”的克隆</translation>
    </message>
    <message>
        <source>&amp;Make and start</source>
        <translation>创建并启动(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Start clones</source>
        <translation>启动克隆(&amp;S)</translation>
    </message>
    <message>
        <source>A machine of its own goes on from where “%1” was taken. It gets an id, network devices and copies of the drives of its own, and the guest is told that it is a clone.</source>
        <translation>一台独立的虚拟机将从拍摄“%1”的时刻继续运行。它有自己的 ID、网络设备和驱动器副本，并且会告知客户机它是克隆。</translation>
    </message>
    <message>
        <source>Machines of their own go on from where “%1” was taken. Each gets an id, network devices and copies of the drives of its own, and each guest is told that it is a clone.</source>
        <translation>多台独立的虚拟机将从拍摄“%1”的时刻继续运行。每台都有自己的 ID、网络设备和驱动器副本，并且会告知每个客户机它是克隆。</translation>
    </message>
    <message>
        <source>H&amp;ow many</source>
        <translation>数量(&amp;O)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>Na&amp;me of the first</source>
        <translation>第一台的名称(&amp;M)</translation>
    </message>
    <message>
        <source>The others get a number.</source>
        <translation>其余的会加上编号。</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>The machines</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Network devices on this host</source>
        <translation>此主机上的网络设备</translation>
    </message>
    <message>
        <source>Names and network devices of the new machines</source>
        <translation>新虚拟机的名称和网络设备</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>在此主机上</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on at once</source>
        <translation>让客户机立即继续运行(&amp;G)</translation>
    </message>
    <message>
        <source>Let the guests &amp;go on at once</source>
        <translation>让各客户机立即继续运行(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Note which memory the first guest touches first</source>
        <translation>记录第一个客户机最先访问的内存(&amp;N)</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>以后恢复此快照时会成批读取这些内存，速度更快。</translation>
    </message>
    <message>
        <source>Processor, engine, files and network devices fit.</source>
        <translation>处理器、引擎、文件和网络设备均符合要求。</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>虚拟机需要名称。</translation>
    </message>
    <message>
        <source>Looking whether it can be started here…</source>
        <translation>正在检查能否在此启动…</translation>
    </message>
    <message>
        <source>It cannot be started as things are; see what is said above.</source>
        <translation>目前无法启动；请参阅上面的说明。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ConsolePage</name>
    <message>
        <source>No machine selected</source>
        <translation>未选择虚拟机</translation>
    </message>
    <message>
        <source>Select a machine to see its console.</source>
        <translation>选择一台虚拟机以查看其控制台。</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>只读(&amp;R)</translation>
    </message>
    <message>
        <source>Sear&amp;ch</source>
        <translation>搜索(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save log…</source>
        <translation>保存日志(&amp;S)…</translation>
    </message>
    <message>
        <source>The guest does not read its console: what was typed last was not sent. Try again later, or paste less at once.</source>
        <translation>客户机未读取控制台：最后输入的内容未发送。请稍后重试，或减少一次粘贴的内容。</translation>
    </message>
    <message>
        <source>Save console log</source>
        <translation>保存控制台日志</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The console log was not saved.</source>
        <translation>未保存控制台日志。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly. The Overview says more.</source>
        <translation>虚拟机意外停止。详情见“概览”。</translation>
    </message>
    <message>
        <source>The machine is not running. Its console connects when it starts.</source>
        <translation>虚拟机未运行。启动后控制台会自动连接。</translation>
    </message>
    <message>
        <source>Connecting to the console…</source>
        <translation>正在连接控制台…</translation>
    </message>
    <message>
        <source>The console is not connected. Trying again; what the guest prints meanwhile is kept by the engine.</source>
        <translation>控制台未连接。正在重试；其间客户机的输出由引擎保留。</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>未选择虚拟机。</translation>
    </message>
    <message>
        <source>Save screen and history as text</source>
        <translation>将屏幕和历史保存为文本</translation>
    </message>
    <message>
        <source>Empty screen and history; the guest is not told</source>
        <translation>清空屏幕和历史；不会通知客户机</translation>
    </message>
    <message>
        <source>Search screen and history</source>
        <translation>搜索屏幕和历史</translation>
    </message>
    <message>
        <source>Copy screen and history</source>
        <translation>复制屏幕和历史</translation>
    </message>
    <message>
        <source>Keep what you type from the guest</source>
        <translation>不将您的输入发送到客户机</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CopyBlock</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CounterModel</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <comment>counters of a group</comment>
        <translation>
            <numerusform>%n 个有失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, counts failures</source>
        <comment>counter</comment>
        <translation>%1，统计失败次数</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what a counter means</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>This is a level, not a count: it has no rate.</source>
        <translation>这是当前量，不是计数：没有速率。</translation>
    </message>
    <message>
        <source>This is 0 in a healthy run.</source>
        <translation>运行正常时为 0。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CounterText</name>
    <message>
        <source>Times the device could not be activated by the guest&apos;s driver</source>
        <translation>客户机驱动程序未能激活设备的次数</translation>
    </message>
    <message>
        <source>Invalid accesses to the device&apos;s configuration space</source>
        <translation>对设备配置空间的无效访问次数</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s events</source>
        <translation>处理设备事件时的错误</translation>
    </message>
    <message>
        <source>Notifications by the guest</source>
        <translation>客户机发出的通知</translation>
    </message>
    <message>
        <source>Times the rate limiter&apos;s timer has fired</source>
        <translation>速率限制器定时器触发的次数</translation>
    </message>
    <message>
        <source>Requests delayed by the rate limiter</source>
        <translation>被速率限制器推迟的请求</translation>
    </message>
    <message>
        <source>Time from the start of the process until the API was ready</source>
        <translation>从进程启动到 API 就绪的时间</translation>
    </message>
    <message>
        <source>Processor time used until the API was ready</source>
        <translation>API 就绪前使用的处理器时间</translation>
    </message>
    <message>
        <source>Times the guest has handed memory to the balloon</source>
        <translation>客户机将内存交给气球的次数</translation>
    </message>
    <message>
        <source>Times the guest has taken memory back from the balloon</source>
        <translation>客户机从气球取回内存的次数</translation>
    </message>
    <message>
        <source>Statistics received from the guest&apos;s driver</source>
        <translation>从客户机驱动程序收到的统计</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s driver that could not be read</source>
        <translation>无法读取的客户机驱动程序统计</translation>
    </message>
    <message>
        <source>Ranges of free memory reported by the guest</source>
        <translation>客户机报告的空闲内存区间</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page reporting</source>
        <translation>通过空闲页报告归还给宿主机的字节数</translation>
    </message>
    <message>
        <source>Reported ranges that could not be given back</source>
        <translation>无法归还的已报告区间</translation>
    </message>
    <message>
        <source>Ranges of free memory hinted by the guest</source>
        <translation>客户机提示的空闲内存区间</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page hinting</source>
        <translation>通过空闲页提示归还给宿主机的字节数</translation>
    </message>
    <message>
        <source>Hinted ranges that could not be given back</source>
        <translation>无法归还的已提示区间</translation>
    </message>
    <message>
        <source>Runs over the queue that found no request</source>
        <translation>处理队列时未发现请求的次数</translation>
    </message>
    <message>
        <source>Requests that failed while being carried out</source>
        <translation>执行时失败的请求</translation>
    </message>
    <message>
        <source>Requests of unknown type, or that failed</source>
        <translation>类型未知或失败的请求</translation>
    </message>
    <message>
        <source>Flushes carried out (none with the cache type Unsafe)</source>
        <translation>已执行的刷新（缓存类型为“不安全”时没有）</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives</source>
        <translation>通过 PATCH /drives 进行的更新</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives that failed</source>
        <translation>通过 PATCH /drives 进行但失败的更新</translation>
    </message>
    <message>
        <source>Bytes read by the guest</source>
        <translation>客户机读取的字节数</translation>
    </message>
    <message>
        <source>Bytes written by the guest</source>
        <translation>客户机写入的字节数</translation>
    </message>
    <message>
        <source>Reads that succeeded</source>
        <translation>成功的读取</translation>
    </message>
    <message>
        <source>Writes that succeeded</source>
        <translation>成功的写入</translation>
    </message>
    <message>
        <source>Duration of reads</source>
        <translation>读取耗时</translation>
    </message>
    <message>
        <source>Duration of writes</source>
        <translation>写入耗时</translation>
    </message>
    <message>
        <source>Requests delayed because the asynchronous I/O queue was full</source>
        <translation>因异步 I/O 队列已满而推迟的请求</translation>
    </message>
    <message>
        <source>Requests left in the queue after each run over it, summed up</source>
        <translation>每次处理队列后剩余请求的累计数</translation>
    </message>
    <message>
        <source>Requests that used a deprecated field</source>
        <translation>使用了已弃用字段的请求</translation>
    </message>
    <message>
        <source>Deprecated command line options used</source>
        <translation>使用的已弃用命令行选项</translation>
    </message>
    <message>
        <source>GET /</source>
        <translation>GET /</translation>
    </message>
    <message>
        <source>GET /machine-config</source>
        <translation>GET /machine-config</translation>
    </message>
    <message>
        <source>GET /mmds</source>
        <translation>GET /mmds</translation>
    </message>
    <message>
        <source>GET /version</source>
        <translation>GET /version</translation>
    </message>
    <message>
        <source>GET /hotplug/memory</source>
        <translation>GET /hotplug/memory</translation>
    </message>
    <message>
        <source>Resets that could not be triggered, and the like</source>
        <translation>无法触发的重置及类似错误</translation>
    </message>
    <message>
        <source>Reads of unsupported size or register</source>
        <translation>大小或寄存器不受支持的读取</translation>
    </message>
    <message>
        <source>Writes of unsupported size or register</source>
        <translation>大小或寄存器不受支持的写入</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>读取的字节数</translation>
    </message>
    <message>
        <source>Resets asked for by the guest</source>
        <translation>客户机请求的重置</translation>
    </message>
    <message>
        <source>Writes handled</source>
        <translation>已处理的写入</translation>
    </message>
    <message>
        <source>Interrupts raised by devices</source>
        <translation>设备触发的中断</translation>
    </message>
    <message>
        <source>Changes of interrupt routing</source>
        <translation>中断路由的更改</translation>
    </message>
    <message>
        <source>Lines of the metrics file that were lost</source>
        <translation>丢失的指标文件行</translation>
    </message>
    <message>
        <source>Other errors of the metrics</source>
        <translation>指标的其他错误</translation>
    </message>
    <message>
        <source>Log records that were lost</source>
        <translation>丢失的日志记录</translation>
    </message>
    <message>
        <source>Errors of the logger</source>
        <translation>日志记录器的错误</translation>
    </message>
    <message>
        <source>Log records left out because there were too many</source>
        <translation>因数量过多而略去的日志记录</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s queue</source>
        <translation>处理设备队列时的错误</translation>
    </message>
    <message>
        <source>Duration of plugging memory</source>
        <translation>插入内存的耗时</translation>
    </message>
    <message>
        <source>Requests to plug memory</source>
        <translation>插入内存的请求</translation>
    </message>
    <message>
        <source>Bytes plugged</source>
        <translation>插入的字节数</translation>
    </message>
    <message>
        <source>Requests to plug memory that failed</source>
        <translation>失败的插入内存请求</translation>
    </message>
    <message>
        <source>Duration of unplugging memory</source>
        <translation>拔出内存的耗时</translation>
    </message>
    <message>
        <source>Requests to unplug memory</source>
        <translation>拔出内存的请求</translation>
    </message>
    <message>
        <source>Bytes unplugged</source>
        <translation>拔出的字节数</translation>
    </message>
    <message>
        <source>Requests to unplug memory that failed</source>
        <translation>失败的拔出内存请求</translation>
    </message>
    <message>
        <source>Unplugged memory that could not be given back to the host</source>
        <translation>无法归还给宿主机的已拔出内存</translation>
    </message>
    <message>
        <source>Duration of unplugging all memory</source>
        <translation>拔出全部内存的耗时</translation>
    </message>
    <message>
        <source>Requests to unplug all memory</source>
        <translation>拔出全部内存的请求</translation>
    </message>
    <message>
        <source>Requests to unplug all memory that failed</source>
        <translation>失败的拔出全部内存请求</translation>
    </message>
    <message>
        <source>Duration of state queries</source>
        <translation>状态查询的耗时</translation>
    </message>
    <message>
        <source>State queries</source>
        <translation>状态查询</translation>
    </message>
    <message>
        <source>State queries that failed</source>
        <translation>失败的状态查询</translation>
    </message>
    <message>
        <source>Frames of the guest that were for the metadata service</source>
        <translation>客户机发往元数据服务的帧</translation>
    </message>
    <message>
        <source>Such frames that could not be handled</source>
        <translation>其中无法处理的帧</translation>
    </message>
    <message>
        <source>Unexpected but harmless frames or segments</source>
        <translation>意外但无害的帧或报文段</translation>
    </message>
    <message>
        <source>Frames that are not valid Ethernet</source>
        <translation>不是有效以太网帧的帧</translation>
    </message>
    <message>
        <source>GET requests with a wrong token</source>
        <translation>令牌错误的 GET 请求</translation>
    </message>
    <message>
        <source>GET requests without a token</source>
        <translation>没有令牌的 GET 请求</translation>
    </message>
    <message>
        <source>TCP segments received</source>
        <translation>收到的 TCP 报文段</translation>
    </message>
    <message>
        <source>Bytes sent to the guest</source>
        <translation>发送到客户机的字节数</translation>
    </message>
    <message>
        <source>Packets produced</source>
        <translation>生成的数据包</translation>
    </message>
    <message>
        <source>Packets that could not be produced</source>
        <translation>无法生成的数据包</translation>
    </message>
    <message>
        <source>Frames sent to the guest</source>
        <translation>发送到客户机的帧</translation>
    </message>
    <message>
        <source>TCP connections accepted</source>
        <translation>已接受的 TCP 连接</translation>
    </message>
    <message>
        <source>TCP connections that have ended</source>
        <translation>已结束的 TCP 连接</translation>
    </message>
    <message>
        <source>Times the guest changed its MAC address</source>
        <translation>客户机更改其 MAC 地址的次数</translation>
    </message>
    <message>
        <source>Times the guest had no buffer for a frame</source>
        <translation>客户机没有帧缓冲区可用的次数</translation>
    </message>
    <message>
        <source>Runs over the transmit queue that found no frame</source>
        <translation>处理发送队列时未发现帧的次数</translation>
    </message>
    <message>
        <source>Notifications by the guest: buffers to receive into</source>
        <translation>客户机发出的通知：接收缓冲区</translation>
    </message>
    <message>
        <source>Times the receive limiter&apos;s timer has fired</source>
        <translation>接收限制器定时器触发的次数</translation>
    </message>
    <message>
        <source>Frames larger than the guest&apos;s buffers</source>
        <translation>大于客户机缓冲区的帧</translation>
    </message>
    <message>
        <source>Times receiving was delayed by the rate limiter</source>
        <translation>接收被速率限制器推迟的次数</translation>
    </message>
    <message>
        <source>Times the TAP interface had something to read</source>
        <translation>TAP 接口有数据可读的次数</translation>
    </message>
    <message>
        <source>Bytes delivered to the guest</source>
        <translation>交付给客户机的字节数</translation>
    </message>
    <message>
        <source>Frames delivered to the guest</source>
        <translation>交付给客户机的帧</translation>
    </message>
    <message>
        <source>Frames that could not be delivered</source>
        <translation>无法交付的帧</translation>
    </message>
    <message>
        <source>Receive operations that succeeded</source>
        <translation>成功的接收操作</translation>
    </message>
    <message>
        <source>Errors reading from the TAP interface</source>
        <translation>从 TAP 接口读取时的错误</translation>
    </message>
    <message>
        <source>Errors writing to the TAP interface</source>
        <translation>向 TAP 接口写入时的错误</translation>
    </message>
    <message>
        <source>Duration of writes to the TAP interface</source>
        <translation>写入 TAP 接口的耗时</translation>
    </message>
    <message>
        <source>Bytes taken from the guest</source>
        <translation>从客户机取得的字节数</translation>
    </message>
    <message>
        <source>Frames of the guest with missing or short header or payload</source>
        <translation>客户机发出的帧头或有效载荷缺失或过短的帧</translation>
    </message>
    <message>
        <source>Frames that could not be transmitted</source>
        <translation>无法发送的帧</translation>
    </message>
    <message>
        <source>Writes to the TAP interface that succeeded</source>
        <translation>成功写入 TAP 接口的次数</translation>
    </message>
    <message>
        <source>Frames transmitted</source>
        <translation>已发送的帧</translation>
    </message>
    <message>
        <source>Frames of the guest that were read in part</source>
        <translation>仅读取了一部分的客户机帧</translation>
    </message>
    <message>
        <source>Notifications by the guest: frames to send</source>
        <translation>客户机发出的通知：待发送的帧</translation>
    </message>
    <message>
        <source>Times the transmit limiter&apos;s timer has fired</source>
        <translation>发送限制器定时器触发的次数</translation>
    </message>
    <message>
        <source>Times transmitting was delayed by the rate limiter</source>
        <translation>发送被速率限制器推迟的次数</translation>
    </message>
    <message>
        <source>Frames whose source address is not the interface&apos;s own</source>
        <translation>源地址与接口自身地址不符的帧</translation>
    </message>
    <message>
        <source>Frames left in the queue after each run over it, summed up</source>
        <translation>每次处理队列后剩余帧的累计数</translation>
    </message>
    <message>
        <source>Invalid accesses</source>
        <translation>无效访问</translation>
    </message>
    <message>
        <source>Invalid reads</source>
        <translation>无效读取</translation>
    </message>
    <message>
        <source>Invalid writes</source>
        <translation>无效写入</translation>
    </message>
    <message>
        <source>1 after a system call that the filter does not allow</source>
        <translation>出现过滤器不允许的系统调用后为 1</translation>
    </message>
    <message>
        <source>Writes to sockets whose other end was closed (harmless)</source>
        <translation>向对端已关闭的套接字写入（无害）</translation>
    </message>
    <message>
        <source>Events of devices</source>
        <translation>设备事件</translation>
    </message>
    <message>
        <source>1 after an internal error that ended the engine</source>
        <translation>发生导致引擎结束的内部错误后为 1</translation>
    </message>
    <message>
        <source>Errors of output or interrupts, and lost bytes</source>
        <translation>输出或中断的错误，以及丢失的字节</translation>
    </message>
    <message>
        <source>Flushes of the output</source>
        <translation>输出刷新次数</translation>
    </message>
    <message>
        <source>Reads of wrong size or offset</source>
        <translation>大小或偏移错误的读取</translation>
    </message>
    <message>
        <source>Writes of wrong size or offset, and output that was dropped</source>
        <translation>大小或偏移错误的写入，以及被丢弃的输出</translation>
    </message>
    <message>
        <source>Bytes that the guest read</source>
        <translation>客户机读取的字节数</translation>
    </message>
    <message>
        <source>Bytes that the guest wrote</source>
        <translation>客户机写入的字节数</translation>
    </message>
    <message>
        <source>Bytes of output dropped by the rate limiter</source>
        <translation>被速率限制器丢弃的输出字节数</translation>
    </message>
    <message>
        <source>Reads from I/O ports</source>
        <translation>从 I/O 端口的读取</translation>
    </message>
    <message>
        <source>Writes to I/O ports</source>
        <translation>向 I/O 端口的写入</translation>
    </message>
    <message>
        <source>Reads from device memory</source>
        <translation>从设备内存的读取</translation>
    </message>
    <message>
        <source>Writes to device memory</source>
        <translation>向设备内存的写入</translation>
    </message>
    <message>
        <source>Exits that are fatal or unknown</source>
        <translation>致命或未知的退出</translation>
    </message>
    <message>
        <source>Times the guest could not be told that it was paused</source>
        <translation>无法通知客户机其已暂停的次数</translation>
    </message>
    <message>
        <source>Time taken for reads from I/O ports</source>
        <translation>从 I/O 端口读取所用的时间</translation>
    </message>
    <message>
        <source>Time taken for writes to I/O ports</source>
        <translation>向 I/O 端口写入所用的时间</translation>
    </message>
    <message>
        <source>Time taken for reads from device memory</source>
        <translation>从设备内存读取所用的时间</translation>
    </message>
    <message>
        <source>Time taken for writes to device memory</source>
        <translation>向设备内存写入所用的时间</translation>
    </message>
    <message>
        <source>Time for connecting and agreeing with the backend</source>
        <translation>与后端连接和协商的时间</translation>
    </message>
    <message>
        <source>Time for activating the device</source>
        <translation>激活设备的时间</translation>
    </message>
    <message>
        <source>Time of the last change of the configuration</source>
        <translation>上次更改配置的时间</translation>
    </message>
    <message>
        <source>Errors while handling the receive queue</source>
        <translation>处理接收队列时的错误</translation>
    </message>
    <message>
        <source>Errors while handling the transmit queue</source>
        <translation>处理发送队列时的错误</translation>
    </message>
    <message>
        <source>Errors while handling the event queue</source>
        <translation>处理事件队列时的错误</translation>
    </message>
    <message>
        <source>Errors while accepting connections on the host</source>
        <translation>在宿主机上接受连接时的错误</translation>
    </message>
    <message>
        <source>Errors of connections</source>
        <translation>连接错误</translation>
    </message>
    <message>
        <source>Notifications by the guest: packets to send</source>
        <translation>客户机发出的通知：待发送的数据包</translation>
    </message>
    <message>
        <source>Bytes from the host to the guest</source>
        <translation>从宿主机到客户机的字节数</translation>
    </message>
    <message>
        <source>Bytes from the guest to the host</source>
        <translation>从客户机到宿主机的字节数</translation>
    </message>
    <message>
        <source>Packets from the host to the guest</source>
        <translation>从宿主机到客户机的数据包</translation>
    </message>
    <message>
        <source>Packets from the guest to the host</source>
        <translation>从客户机到宿主机的数据包</translation>
    </message>
    <message>
        <source>Connections that began</source>
        <translation>已开始的连接</translation>
    </message>
    <message>
        <source>Connections that were cut</source>
        <translation>被切断的连接</translation>
    </message>
    <message>
        <source>Connections that have ended</source>
        <translation>已结束的连接</translation>
    </message>
    <message>
        <source>Times the list of connections to be cut was built anew</source>
        <translation>重建待切断连接列表的次数</translation>
    </message>
    <message>
        <source>Data that could not be passed on to a socket of the host</source>
        <translation>无法转交给宿主机套接字的数据</translation>
    </message>
    <message>
        <source>Errors writing to sockets of the host</source>
        <translation>写入宿主机套接字时的错误</translation>
    </message>
    <message>
        <source>Errors reading from sockets of the host</source>
        <translation>读取宿主机套接字时的错误</translation>
    </message>
    <message>
        <source>Requests that failed</source>
        <translation>失败的请求</translation>
    </message>
    <message>
        <source>Requests handled</source>
        <translation>已处理的请求</translation>
    </message>
    <message>
        <source>Random bytes given to the guest</source>
        <translation>提供给客户机的随机字节数</translation>
    </message>
    <message>
        <source>Errors of the host&apos;s random number generator</source>
        <translation>宿主机随机数生成器的错误</translation>
    </message>
    <message>
        <source>Requests %1 %2</source>
        <translation>请求 %1 %2</translation>
    </message>
    <message>
        <source>Requests %1 %2 refused because of their form</source>
        <translation>因格式被拒绝的请求 %1 %2</translation>
    </message>
    <message>
        <source>%1: the shortest since the start</source>
        <translation>%1：启动以来最短</translation>
    </message>
    <message>
        <source>%1: the longest since the start</source>
        <translation>%1：启动以来最长</translation>
    </message>
    <message>
        <source>%1: all of them added up</source>
        <translation>%1：全部累计</translation>
    </message>
    <message>
        <source>%1: the average since the sample before, as computed here</source>
        <translation>%1：自上一个样本以来的平均值，在此处计算</translation>
    </message>
    <message>
        <source>Duration of the last such action inside the engine; 0: none yet</source>
        <translation>引擎内上次此类操作的耗时；0：尚无</translation>
    </message>
    <message>
        <source>Duration of the last such request; 0: none yet</source>
        <translation>上次此类请求的耗时；0：尚无</translation>
    </message>
    <message>
        <source>1 after the engine was ended by this signal</source>
        <translation>引擎被此信号终止后为 1</translation>
    </message>
    <message>
        <source>Vhost-user drive %1</source>
        <translation>Vhost-user 驱动器 %1</translation>
    </message>
    <message>
        <source>All vhost-user drives</source>
        <translation>所有 vhost-user 驱动器</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>驱动器 %1</translation>
    </message>
    <message>
        <source>All drives</source>
        <translation>所有驱动器</translation>
    </message>
    <message>
        <source>Network interface %1</source>
        <translation>网络接口 %1</translation>
    </message>
    <message>
        <source>All network interfaces</source>
        <translation>所有网络接口</translation>
    </message>
    <message>
        <source>Persistent memory %1</source>
        <translation>持久内存 %1</translation>
    </message>
    <message>
        <source>All persistent memory</source>
        <translation>所有持久内存</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API 服务器</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>气球</translation>
    </message>
    <message>
        <source>Deprecated API calls</source>
        <translation>已弃用的 API 调用</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>熵设备</translation>
    </message>
    <message>
        <source>API: GET requests</source>
        <translation>API：GET 请求</translation>
    </message>
    <message>
        <source>Keyboard controller (reset)</source>
        <translation>键盘控制器（重置）</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Duration of API actions</source>
        <translation>API 操作耗时</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>日志记录器</translation>
    </message>
    <message>
        <source>Memory hotplug</source>
        <translation>内存热插拔</translation>
    </message>
    <message>
        <source>Metadata service (MMDS)</source>
        <translation>元数据服务 (MMDS)</translation>
    </message>
    <message>
        <source>API: PATCH requests</source>
        <translation>API：PATCH 请求</translation>
    </message>
    <message>
        <source>API: PUT requests</source>
        <translation>API：PUT 请求</translation>
    </message>
    <message>
        <source>Real-time clock</source>
        <translation>实时时钟</translation>
    </message>
    <message>
        <source>System call filter</source>
        <translation>系统调用过滤器</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>串行端口</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CountersView</name>
    <message>
        <source>Filter counters</source>
        <translation>筛选计数器</translation>
    </message>
    <message>
        <source>Filter counters by name or meaning</source>
        <translation>按名称或含义筛选计数器</translation>
    </message>
    <message>
        <source>&amp;Failures only</source>
        <translation>仅失败(&amp;F)</translation>
    </message>
    <message>
        <source>Counters that are 0 in a healthy run, and are not now</source>
        <translation>运行正常时为 0、但现在不为 0 的计数器</translation>
    </message>
    <message>
        <source>Untick a&amp;ll</source>
        <translation>全部取消勾选(&amp;L)</translation>
    </message>
    <message>
        <source>Plot &amp;ticked</source>
        <translation>绘制已勾选项(&amp;T)</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>Tick counters first.</source>
        <translation>请先勾选计数器。</translation>
    </message>
    <message>
        <source>Draw the ticked counters under “Plots”</source>
        <translation>在“图表”中绘制已勾选的计数器</translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) shown</source>
        <translation>
            <numerusform>显示 %n 个计数器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <comment>counters</comment>
        <translation>
            <numerusform>已勾选 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counting failures</source>
        <comment>counters</comment>
        <translation>
            <numerusform>%n 个记录了失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuEditorCard</name>
    <message>
        <source>CPU templates (*.json);;All files (*)</source>
        <translation>CPU 模板 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Custom template</source>
        <translation>自定义模板</translation>
    </message>
    <message>
        <source>Of each bit: 0 takes it away, 1 sets it, x leaves it as on the host; the highest comes first.</source>
        <translation>每一位：0 去除，1 设置，x 与主机相同；最高位在前。</translation>
    </message>
    <message>
        <source>Custom template (JSON)</source>
        <translation>自定义模板 (JSON)</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>以此开始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式化(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to the mistake</source>
        <translation>转到错误处(&amp;G)</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>导入(&amp;M)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>a template is needed, at least { }</source>
        <translation>需要一个模板，至少为 { }</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>mistakes</comment>
        <translation>
            <numerusform>……以及另外 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Puts each change on a line</source>
        <translation>每项更改放在一行</translation>
    </message>
    <message>
        <source>Writes the template to a file</source>
        <translation>将模板写入文件</translation>
    </message>
    <message>
        <source>Import a CPU template</source>
        <translation>导入 CPU 模板</translation>
    </message>
    <message>
        <source>Export the CPU template</source>
        <translation>导出 CPU 模板</translation>
    </message>
    <message>
        <source>%1 was not imported. It is far larger than any template.</source>
        <translation>未导入 %1。它比任何模板都大得多。</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>未导入 %1。%2</translation>
    </message>
    <message>
        <source>The template was written to %1.</source>
        <translation>模板已写入 %1。</translation>
    </message>
    <message>
        <source>The template was not exported. %1</source>
        <translation>未导出模板。%1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureMeaning</name>
    <message>
        <source>SSE3 instructions</source>
        <translation>SSE3 指令</translation>
    </message>
    <message>
        <source>Carry-less multiplication</source>
        <translation>无进位乘法</translation>
    </message>
    <message>
        <source>64-bit debug store</source>
        <translation>64 位调试存储区</translation>
    </message>
    <message>
        <source>MONITOR and MWAIT</source>
        <translation>MONITOR 和 MWAIT</translation>
    </message>
    <message>
        <source>Debug store by privilege level</source>
        <translation>按特权级区分的调试存储区</translation>
    </message>
    <message>
        <source>Intel virtualisation (VMX)</source>
        <translation>Intel 虚拟化 (VMX)</translation>
    </message>
    <message>
        <source>Safer mode extensions</source>
        <translation>更安全模式扩展 (SMX)</translation>
    </message>
    <message>
        <source>Enhanced SpeedStep</source>
        <translation>增强型 SpeedStep</translation>
    </message>
    <message>
        <source>Thermal monitor 2</source>
        <translation>温度监控 2</translation>
    </message>
    <message>
        <source>Supplemental SSE3 instructions</source>
        <translation>补充的 SSE3 指令</translation>
    </message>
    <message>
        <source>L1 context id</source>
        <translation>L1 上下文标识</translation>
    </message>
    <message>
        <source>Silicon debug interface</source>
        <translation>芯片调试接口</translation>
    </message>
    <message>
        <source>Fused multiply-add</source>
        <translation>融合乘加 (FMA)</translation>
    </message>
    <message>
        <source>CMPXCHG16B</source>
        <translation>CMPXCHG16B</translation>
    </message>
    <message>
        <source>Task priority messages can be disabled</source>
        <translation>可以禁用任务优先级消息</translation>
    </message>
    <message>
        <source>Performance capabilities MSR</source>
        <translation>性能监控能力 MSR</translation>
    </message>
    <message>
        <source>Process context identifiers</source>
        <translation>进程上下文标识符 (PCID)</translation>
    </message>
    <message>
        <source>Direct cache access</source>
        <translation>直接缓存访问</translation>
    </message>
    <message>
        <source>SSE4.1 instructions</source>
        <translation>SSE4.1 指令</translation>
    </message>
    <message>
        <source>SSE4.2 instructions</source>
        <translation>SSE4.2 指令</translation>
    </message>
    <message>
        <source>Extended xAPIC</source>
        <translation>扩展 xAPIC</translation>
    </message>
    <message>
        <source>MOVBE: loads and stores in the other byte order</source>
        <translation>MOVBE：以另一种字节序加载和存储</translation>
    </message>
    <message>
        <source>POPCNT: counts bits</source>
        <translation>POPCNT：统计置位的位数</translation>
    </message>
    <message>
        <source>Local APIC timer by TSC deadline</source>
        <translation>按 TSC 截止时间触发的本地 APIC 定时器</translation>
    </message>
    <message>
        <source>AES instructions</source>
        <translation>AES 指令</translation>
    </message>
    <message>
        <source>XSAVE and XRSTOR</source>
        <translation>XSAVE 和 XRSTOR</translation>
    </message>
    <message>
        <source>XSAVE switched on by the operating system</source>
        <translation>操作系统已启用 XSAVE</translation>
    </message>
    <message>
        <source>Advanced vector extensions</source>
        <translation>高级矢量扩展 (AVX)</translation>
    </message>
    <message>
        <source>Conversions of 16-bit floating point</source>
        <translation>16 位浮点数转换</translation>
    </message>
    <message>
        <source>RDRAND: random numbers</source>
        <translation>RDRAND：随机数</translation>
    </message>
    <message>
        <source>Runs under a hypervisor</source>
        <translation>在虚拟机监控程序下运行</translation>
    </message>
    <message>
        <source>Floating-point unit</source>
        <translation>浮点单元</translation>
    </message>
    <message>
        <source>Virtual 8086 mode extensions</source>
        <translation>虚拟 8086 模式扩展</translation>
    </message>
    <message>
        <source>Debugging extensions</source>
        <translation>调试扩展</translation>
    </message>
    <message>
        <source>4 MiB pages</source>
        <translation>4 MiB 页</translation>
    </message>
    <message>
        <source>Time stamp counter</source>
        <translation>时间戳计数器 (TSC)</translation>
    </message>
    <message>
        <source>Model-specific registers</source>
        <translation>型号特定寄存器 (MSR)</translation>
    </message>
    <message>
        <source>Physical address extension</source>
        <translation>物理地址扩展 (PAE)</translation>
    </message>
    <message>
        <source>Machine check exception</source>
        <translation>机器检查异常</translation>
    </message>
    <message>
        <source>CMPXCHG8B</source>
        <translation>CMPXCHG8B</translation>
    </message>
    <message>
        <source>Local APIC switched on</source>
        <translation>本地 APIC 已启用</translation>
    </message>
    <message>
        <source>SYSENTER and SYSEXIT</source>
        <translation>SYSENTER 和 SYSEXIT</translation>
    </message>
    <message>
        <source>Memory type range registers</source>
        <translation>内存类型范围寄存器 (MTRR)</translation>
    </message>
    <message>
        <source>Global pages</source>
        <translation>全局页</translation>
    </message>
    <message>
        <source>Machine check architecture</source>
        <translation>机器检查架构</translation>
    </message>
    <message>
        <source>Conditional moves</source>
        <translation>条件传送 (CMOV)</translation>
    </message>
    <message>
        <source>Page attribute table</source>
        <translation>页属性表 (PAT)</translation>
    </message>
    <message>
        <source>36-bit addresses of 4 MiB pages</source>
        <translation>4 MiB 页的 36 位地址</translation>
    </message>
    <message>
        <source>Processor serial number</source>
        <translation>处理器序列号</translation>
    </message>
    <message>
        <source>CLFLUSH: flushes a cache line</source>
        <translation>CLFLUSH：刷新缓存行</translation>
    </message>
    <message>
        <source>Debug store</source>
        <translation>调试存储区</translation>
    </message>
    <message>
        <source>Thermal monitor by MSR</source>
        <translation>通过 MSR 的温度监控</translation>
    </message>
    <message>
        <source>MMX instructions</source>
        <translation>MMX 指令</translation>
    </message>
    <message>
        <source>FXSAVE and FXRSTOR</source>
        <translation>FXSAVE 和 FXRSTOR</translation>
    </message>
    <message>
        <source>SSE instructions</source>
        <translation>SSE 指令</translation>
    </message>
    <message>
        <source>SSE2 instructions</source>
        <translation>SSE2 指令</translation>
    </message>
    <message>
        <source>Self-snoop</source>
        <translation>自侦听</translation>
    </message>
    <message>
        <source>More than one logical processor</source>
        <translation>多个逻辑处理器</translation>
    </message>
    <message>
        <source>Thermal monitor</source>
        <translation>温度监控</translation>
    </message>
    <message>
        <source>Itanium processor emulating x86</source>
        <translation>模拟 x86 的 Itanium 处理器</translation>
    </message>
    <message>
        <source>Pending break enable</source>
        <translation>挂起中断通知 (PBE)</translation>
    </message>
    <message>
        <source>Digital thermal sensor</source>
        <translation>数字温度传感器</translation>
    </message>
    <message>
        <source>Turbo boost</source>
        <translation>睿频加速 (Turbo Boost)</translation>
    </message>
    <message>
        <source>Local APIC timer runs in deep sleep states</source>
        <translation>本地 APIC 定时器在深度睡眠状态下仍运行</translation>
    </message>
    <message>
        <source>Power limit notification</source>
        <translation>功率限制通知</translation>
    </message>
    <message>
        <source>Clock modulation in fine steps</source>
        <translation>细粒度时钟调制</translation>
    </message>
    <message>
        <source>Package thermal status</source>
        <translation>封装温度状态</translation>
    </message>
    <message>
        <source>Hardware-controlled performance states</source>
        <translation>硬件控制的性能状态 (HWP)</translation>
    </message>
    <message>
        <source>Notifications of hardware-controlled performance</source>
        <translation>硬件性能控制的通知</translation>
    </message>
    <message>
        <source>Activity window of hardware-controlled performance</source>
        <translation>硬件性能控制的活动窗口</translation>
    </message>
    <message>
        <source>Energy preference of hardware-controlled performance</source>
        <translation>硬件性能控制的能耗偏好</translation>
    </message>
    <message>
        <source>Package-wide hardware-controlled performance</source>
        <translation>整个封装的硬件性能控制</translation>
    </message>
    <message>
        <source>Hardware feedback interface</source>
        <translation>硬件反馈接口 (HFI)</translation>
    </message>
    <message>
        <source>Counters of the effective frequency</source>
        <translation>有效频率计数器</translation>
    </message>
    <message>
        <source>Energy and performance bias</source>
        <translation>能耗与性能偏向</translation>
    </message>
    <message>
        <source>Instructions for the FS and GS base</source>
        <translation>用于 FS 和 GS 基址的指令</translation>
    </message>
    <message>
        <source>TSC adjustment MSR</source>
        <translation>TSC 调整 MSR</translation>
    </message>
    <message>
        <source>Software guard extensions</source>
        <translation>软件防护扩展 (SGX)</translation>
    </message>
    <message>
        <source>Bit manipulation, first group</source>
        <translation>位操作，第一组 (BMI1)</translation>
    </message>
    <message>
        <source>Hardware lock elision</source>
        <translation>硬件锁省略 (HLE)</translation>
    </message>
    <message>
        <source>Advanced vector extensions 2</source>
        <translation>高级矢量扩展 2 (AVX2)</translation>
    </message>
    <message>
        <source>x87 data pointer updated on exceptions only</source>
        <translation>x87 数据指针仅在异常时更新</translation>
    </message>
    <message>
        <source>Supervisor mode execution prevention</source>
        <translation>管理模式执行保护 (SMEP)</translation>
    </message>
    <message>
        <source>Bit manipulation, second group</source>
        <translation>位操作，第二组 (BMI2)</translation>
    </message>
    <message>
        <source>Enhanced REP MOVSB and STOSB</source>
        <translation>增强的 REP MOVSB 和 STOSB</translation>
    </message>
    <message>
        <source>INVPCID: invalidates by process context</source>
        <translation>INVPCID：按进程上下文作废</translation>
    </message>
    <message>
        <source>Restricted transactional memory</source>
        <translation>受限事务内存 (RTM)</translation>
    </message>
    <message>
        <source>Cache quality of service monitoring</source>
        <translation>缓存服务质量监控</translation>
    </message>
    <message>
        <source>x87 code and data selectors deprecated</source>
        <translation>x87 代码和数据选择子已弃用</translation>
    </message>
    <message>
        <source>Memory protection extensions</source>
        <translation>内存保护扩展 (MPX)</translation>
    </message>
    <message>
        <source>Resource director: allocation</source>
        <translation>资源调配：分配</translation>
    </message>
    <message>
        <source>AVX-512 foundation</source>
        <translation>AVX-512 基础</translation>
    </message>
    <message>
        <source>AVX-512 doubleword and quadword</source>
        <translation>AVX-512 双字和四字</translation>
    </message>
    <message>
        <source>RDSEED: seeds for random numbers</source>
        <translation>RDSEED：随机数种子</translation>
    </message>
    <message>
        <source>ADCX and ADOX: additions with two carries</source>
        <translation>ADCX 和 ADOX：双进位加法</translation>
    </message>
    <message>
        <source>Supervisor mode access prevention</source>
        <translation>管理模式访问保护 (SMAP)</translation>
    </message>
    <message>
        <source>AVX-512 integer fused multiply-add</source>
        <translation>AVX-512 整数融合乘加</translation>
    </message>
    <message>
        <source>CLFLUSHOPT: flushes without ordering</source>
        <translation>CLFLUSHOPT：不保证顺序的刷新</translation>
    </message>
    <message>
        <source>CLWB: writes a cache line back</source>
        <translation>CLWB：写回缓存行</translation>
    </message>
    <message>
        <source>Processor trace</source>
        <translation>处理器跟踪</translation>
    </message>
    <message>
        <source>AVX-512 prefetch</source>
        <translation>AVX-512 预取</translation>
    </message>
    <message>
        <source>AVX-512 exponential and reciprocal</source>
        <translation>AVX-512 指数和倒数</translation>
    </message>
    <message>
        <source>AVX-512 conflict detection</source>
        <translation>AVX-512 冲突检测</translation>
    </message>
    <message>
        <source>SHA-1 and SHA-256 instructions</source>
        <translation>SHA-1 和 SHA-256 指令</translation>
    </message>
    <message>
        <source>AVX-512 byte and word</source>
        <translation>AVX-512 字节和字</translation>
    </message>
    <message>
        <source>AVX-512 shorter vectors</source>
        <translation>AVX-512 较短矢量</translation>
    </message>
    <message>
        <source>PREFETCHWT1</source>
        <translation>PREFETCHWT1</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation</source>
        <translation>AVX-512 矢量字节操作</translation>
    </message>
    <message>
        <source>User mode instruction prevention</source>
        <translation>用户模式指令保护 (UMIP)</translation>
    </message>
    <message>
        <source>Protection keys for user pages</source>
        <translation>用户页的保护键</translation>
    </message>
    <message>
        <source>Protection keys switched on by the operating system</source>
        <translation>操作系统已启用保护键</translation>
    </message>
    <message>
        <source>TPAUSE, UMONITOR and UMWAIT</source>
        <translation>TPAUSE、UMONITOR 和 UMWAIT</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation 2</source>
        <translation>AVX-512 矢量字节操作 2</translation>
    </message>
    <message>
        <source>Shadow stacks</source>
        <translation>影子栈</translation>
    </message>
    <message>
        <source>Galois field instructions</source>
        <translation>伽罗瓦域指令</translation>
    </message>
    <message>
        <source>AES on vectors</source>
        <translation>矢量 AES</translation>
    </message>
    <message>
        <source>Carry-less multiplication on vectors</source>
        <translation>矢量无进位乘法</translation>
    </message>
    <message>
        <source>AVX-512 neural network instructions</source>
        <translation>AVX-512 神经网络指令</translation>
    </message>
    <message>
        <source>AVX-512 bit algorithms</source>
        <translation>AVX-512 位算法</translation>
    </message>
    <message>
        <source>Total memory encryption</source>
        <translation>全内存加密</translation>
    </message>
    <message>
        <source>AVX-512 bit counts</source>
        <translation>AVX-512 位计数</translation>
    </message>
    <message>
        <source>Five-level page tables</source>
        <translation>五级页表</translation>
    </message>
    <message>
        <source>RDPID: number of the processor</source>
        <translation>RDPID：处理器编号</translation>
    </message>
    <message>
        <source>Key locker</source>
        <translation>密钥保险箱 (Key Locker)</translation>
    </message>
    <message>
        <source>Debug exception on bus locks</source>
        <translation>总线锁触发的调试异常</translation>
    </message>
    <message>
        <source>CLDEMOTE: moves a cache line outwards</source>
        <translation>CLDEMOTE：将缓存行移向外层</translation>
    </message>
    <message>
        <source>MOVDIRI: direct stores</source>
        <translation>MOVDIRI：直接存储</translation>
    </message>
    <message>
        <source>MOVDIR64B: direct stores of 64 bytes</source>
        <translation>MOVDIR64B：64 字节直接存储</translation>
    </message>
    <message>
        <source>ENQCMD: enqueues commands to devices</source>
        <translation>ENQCMD：将命令排入设备队列</translation>
    </message>
    <message>
        <source>SGX launch control</source>
        <translation>SGX 启动控制</translation>
    </message>
    <message>
        <source>Protection keys for supervisor pages</source>
        <translation>管理页的保护键</translation>
    </message>
    <message>
        <source>SGX attestation services</source>
        <translation>SGX 证明服务</translation>
    </message>
    <message>
        <source>AVX-512 neural network, four iterations</source>
        <translation>AVX-512 神经网络，四次迭代</translation>
    </message>
    <message>
        <source>AVX-512 multiply-add, four iterations</source>
        <translation>AVX-512 乘加，四次迭代</translation>
    </message>
    <message>
        <source>Fast short REP MOVSB</source>
        <translation>快速短 REP MOVSB</translation>
    </message>
    <message>
        <source>User interrupts</source>
        <translation>用户中断</translation>
    </message>
    <message>
        <source>AVX-512 intersections</source>
        <translation>AVX-512 交集</translation>
    </message>
    <message>
        <source>Control of the SRBDS mitigation</source>
        <translation>SRBDS 缓解措施的控制</translation>
    </message>
    <message>
        <source>VERW clears processor buffers</source>
        <translation>VERW 清除处理器缓冲区</translation>
    </message>
    <message>
        <source>RTM transactions always abort</source>
        <translation>RTM 事务总是中止</translation>
    </message>
    <message>
        <source>RTM can be forced to abort</source>
        <translation>可强制 RTM 中止</translation>
    </message>
    <message>
        <source>SERIALIZE</source>
        <translation>SERIALIZE</translation>
    </message>
    <message>
        <source>Cores of different kinds</source>
        <translation>不同类型的核心</translation>
    </message>
    <message>
        <source>TSX load tracking can be suspended</source>
        <translation>可暂停 TSX 加载跟踪</translation>
    </message>
    <message>
        <source>PCONFIG: platform configuration</source>
        <translation>PCONFIG：平台配置</translation>
    </message>
    <message>
        <source>Architectural last branch records</source>
        <translation>架构化的最近分支记录</translation>
    </message>
    <message>
        <source>Indirect branch tracking</source>
        <translation>间接分支跟踪 (IBT)</translation>
    </message>
    <message>
        <source>AMX: bfloat16</source>
        <translation>AMX：bfloat16</translation>
    </message>
    <message>
        <source>AVX-512 16-bit floating point</source>
        <translation>AVX-512 16 位浮点</translation>
    </message>
    <message>
        <source>AMX: tiles</source>
        <translation>AMX：图块</translation>
    </message>
    <message>
        <source>AMX: 8-bit integers</source>
        <translation>AMX：8 位整数</translation>
    </message>
    <message>
        <source>IBRS and IBPB: control of indirect branches</source>
        <translation>IBRS 和 IBPB：间接分支控制</translation>
    </message>
    <message>
        <source>Single thread indirect branch predictors</source>
        <translation>单线程间接分支预测器 (STIBP)</translation>
    </message>
    <message>
        <source>L1 data cache flush</source>
        <translation>L1 数据缓存刷新</translation>
    </message>
    <message>
        <source>IA32_ARCH_CAPABILITIES: tells of mitigations</source>
        <translation>IA32_ARCH_CAPABILITIES：说明缓解措施</translation>
    </message>
    <message>
        <source>IA32_CORE_CAPABILITIES</source>
        <translation>IA32_CORE_CAPABILITIES</translation>
    </message>
    <message>
        <source>Speculative store bypass disable</source>
        <translation>禁用推测性存储绕过 (SSBD)</translation>
    </message>
    <message>
        <source>SHA-512 instructions</source>
        <translation>SHA-512 指令</translation>
    </message>
    <message>
        <source>SM3 instructions</source>
        <translation>SM3 指令</translation>
    </message>
    <message>
        <source>SM4 instructions</source>
        <translation>SM4 指令</translation>
    </message>
    <message>
        <source>Remote atomic operations on integers</source>
        <translation>整数远程原子操作</translation>
    </message>
    <message>
        <source>AVX neural network instructions</source>
        <translation>AVX 神经网络指令</translation>
    </message>
    <message>
        <source>AVX-512 bfloat16</source>
        <translation>AVX-512 bfloat16</translation>
    </message>
    <message>
        <source>Linear address space separation</source>
        <translation>线性地址空间隔离 (LASS)</translation>
    </message>
    <message>
        <source>Compare and add in one step</source>
        <translation>一步完成比较和加法</translation>
    </message>
    <message>
        <source>Leaf 0x23: more about performance monitoring</source>
        <translation>叶 0x23：更多性能监控信息</translation>
    </message>
    <message>
        <source>Fast REP MOVSB of length 0</source>
        <translation>长度为 0 的快速 REP MOVSB</translation>
    </message>
    <message>
        <source>Fast short REP STOSB</source>
        <translation>快速短 REP STOSB</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB and SCASB</source>
        <translation>快速短 REP CMPSB 和 SCASB</translation>
    </message>
    <message>
        <source>Flexible return and event delivery</source>
        <translation>灵活返回与事件传递 (FRED)</translation>
    </message>
    <message>
        <source>LKGS: loads the kernel&apos;s GS base</source>
        <translation>LKGS：加载内核的 GS 基址</translation>
    </message>
    <message>
        <source>WRMSRNS: writes an MSR without serialising</source>
        <translation>WRMSRNS：写 MSR 而不串行化</translation>
    </message>
    <message>
        <source>AMX: 16-bit floating point</source>
        <translation>AMX：16 位浮点</translation>
    </message>
    <message>
        <source>HRESET: resets predictions</source>
        <translation>HRESET：重置预测</translation>
    </message>
    <message>
        <source>AVX integer fused multiply-add</source>
        <translation>AVX 整数融合乘加</translation>
    </message>
    <message>
        <source>Linear address masking</source>
        <translation>线性地址掩码 (LAM)</translation>
    </message>
    <message>
        <source>RDMSRLIST and WRMSRLIST</source>
        <translation>RDMSRLIST 和 WRMSRLIST</translation>
    </message>
    <message>
        <source>AVX neural network, 8-bit integers</source>
        <translation>AVX 神经网络，8 位整数</translation>
    </message>
    <message>
        <source>AVX conversions without exceptions</source>
        <translation>AVX 无异常转换</translation>
    </message>
    <message>
        <source>AMX: complex numbers</source>
        <translation>AMX：复数</translation>
    </message>
    <message>
        <source>AVX neural network, 16-bit integers</source>
        <translation>AVX 神经网络，16 位整数</translation>
    </message>
    <message>
        <source>PREFETCHIT0 and 1: prefetches code</source>
        <translation>PREFETCHIT0 和 1：预取代码</translation>
    </message>
    <message>
        <source>Supervisor shadow stacks are safe to use</source>
        <translation>可安全使用管理模式影子栈</translation>
    </message>
    <message>
        <source>AVX10</source>
        <translation>AVX10</translation>
    </message>
    <message>
        <source>Fast store forwarding predictor can be disabled</source>
        <translation>可禁用快速存储转发预测器</translation>
    </message>
    <message>
        <source>Control of indirect predictions</source>
        <translation>间接预测的控制</translation>
    </message>
    <message>
        <source>Control of restricted RSB alternates</source>
        <translation>RSB 替代预测的控制</translation>
    </message>
    <message>
        <source>Data-dependent prefetcher can be disabled</source>
        <translation>可禁用数据相关预取器</translation>
    </message>
    <message>
        <source>Control of branch history injection</source>
        <translation>分支历史注入 (BHI) 的控制</translation>
    </message>
    <message>
        <source>Not affected by MXCSR-dependent timing</source>
        <translation>不受 MXCSR 相关时序影响</translation>
    </message>
    <message>
        <source>XSAVE state: x87</source>
        <translation>XSAVE 状态：x87</translation>
    </message>
    <message>
        <source>XSAVE state: SSE registers</source>
        <translation>XSAVE 状态：SSE 寄存器</translation>
    </message>
    <message>
        <source>XSAVE state: AVX registers</source>
        <translation>XSAVE 状态：AVX 寄存器</translation>
    </message>
    <message>
        <source>XSAVE state: MPX bounds</source>
        <translation>XSAVE 状态：MPX 边界</translation>
    </message>
    <message>
        <source>XSAVE state: MPX configuration</source>
        <translation>XSAVE 状态：MPX 配置</translation>
    </message>
    <message>
        <source>XSAVE state: AVX-512 masks</source>
        <translation>XSAVE 状态：AVX-512 掩码</translation>
    </message>
    <message>
        <source>XSAVE state: upper halves of ZMM0 to 15</source>
        <translation>XSAVE 状态：ZMM0 到 15 的高半部分</translation>
    </message>
    <message>
        <source>XSAVE state: ZMM16 to 31</source>
        <translation>XSAVE 状态：ZMM16 到 31</translation>
    </message>
    <message>
        <source>XSAVE state: protection keys</source>
        <translation>XSAVE 状态：保护键</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tile configuration</source>
        <translation>XSAVE 状态：AMX 图块配置</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tiles</source>
        <translation>XSAVE 状态：AMX 图块</translation>
    </message>
    <message>
        <source>XSAVEOPT: saves what has changed</source>
        <translation>XSAVEOPT：保存已更改的内容</translation>
    </message>
    <message>
        <source>XSAVEC: saves compactly</source>
        <translation>XSAVEC：紧凑保存</translation>
    </message>
    <message>
        <source>XGETBV with ECX 1</source>
        <translation>ECX 为 1 的 XGETBV</translation>
    </message>
    <message>
        <source>XSAVES: saves supervisor state</source>
        <translation>XSAVES：保存管理模式状态</translation>
    </message>
    <message>
        <source>Extended feature disable</source>
        <translation>扩展功能禁用 (XFD)</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock (old MSRs)</source>
        <translation>KVM：半虚拟化时钟（旧 MSR）</translation>
    </message>
    <message>
        <source>KVM: no delays needed for port I/O</source>
        <translation>KVM：端口 I/O 无需延迟</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock</source>
        <translation>KVM：半虚拟化时钟</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults</source>
        <translation>KVM：异步缺页</translation>
    </message>
    <message>
        <source>KVM: steal time</source>
        <translation>KVM：被占用时间 (steal time)</translation>
    </message>
    <message>
        <source>KVM: paravirtual end of interrupt</source>
        <translation>KVM：半虚拟化中断结束</translation>
    </message>
    <message>
        <source>KVM: paravirtual spinlocks</source>
        <translation>KVM：半虚拟化自旋锁</translation>
    </message>
    <message>
        <source>KVM: paravirtual TLB flush</source>
        <translation>KVM：半虚拟化 TLB 刷新</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults for nested guests</source>
        <translation>KVM：用于嵌套客户机的异步缺页</translation>
    </message>
    <message>
        <source>KVM: paravirtual interrupts between processors</source>
        <translation>KVM：半虚拟化处理器间中断</translation>
    </message>
    <message>
        <source>KVM: the guest controls polling on halt</source>
        <translation>KVM：客户机控制停机时的轮询</translation>
    </message>
    <message>
        <source>KVM: paravirtual yield</source>
        <translation>KVM：半虚拟化让出处理器</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults by interrupt</source>
        <translation>KVM：通过中断的异步缺页</translation>
    </message>
    <message>
        <source>KVM: 15-bit destinations of interrupts</source>
        <translation>KVM：15 位中断目标</translation>
    </message>
    <message>
        <source>KVM: the guest tells which pages are shared</source>
        <translation>KVM：客户机告知哪些页是共享的</translation>
    </message>
    <message>
        <source>KVM: the guest allows migration</source>
        <translation>KVM：客户机允许迁移</translation>
    </message>
    <message>
        <source>KVM: the clock is stable on all processors</source>
        <translation>KVM：时钟在所有处理器上稳定</translation>
    </message>
    <message>
        <source>KVM: processors are never taken away</source>
        <translation>KVM：处理器从不被抢占</translation>
    </message>
    <message>
        <source>LAHF and SAHF in 64-bit mode</source>
        <translation>64 位模式下的 LAHF 和 SAHF</translation>
    </message>
    <message>
        <source>Leaf 1 counts cores, not threads</source>
        <translation>叶 1 统计核心数而非线程数</translation>
    </message>
    <message>
        <source>AMD virtualisation (SVM)</source>
        <translation>AMD 虚拟化 (SVM)</translation>
    </message>
    <message>
        <source>Extended APIC space</source>
        <translation>扩展 APIC 空间</translation>
    </message>
    <message>
        <source>CR8 in 32-bit mode</source>
        <translation>32 位模式下的 CR8</translation>
    </message>
    <message>
        <source>LZCNT: counts leading zeros</source>
        <translation>LZCNT：统计前导零</translation>
    </message>
    <message>
        <source>SSE4A instructions</source>
        <translation>SSE4A 指令</translation>
    </message>
    <message>
        <source>SSE operands need not be aligned</source>
        <translation>SSE 操作数无需对齐</translation>
    </message>
    <message>
        <source>PREFETCH and PREFETCHW</source>
        <translation>PREFETCH 和 PREFETCHW</translation>
    </message>
    <message>
        <source>Workarounds visible to the operating system</source>
        <translation>操作系统可见的规避措施</translation>
    </message>
    <message>
        <source>Instruction-based sampling</source>
        <translation>基于指令的采样 (IBS)</translation>
    </message>
    <message>
        <source>XOP instructions</source>
        <translation>XOP 指令</translation>
    </message>
    <message>
        <source>SKINIT: secure start</source>
        <translation>SKINIT：安全启动</translation>
    </message>
    <message>
        <source>Watchdog timer</source>
        <translation>看门狗定时器</translation>
    </message>
    <message>
        <source>Lightweight profiling</source>
        <translation>轻量级性能分析</translation>
    </message>
    <message>
        <source>Fused multiply-add with four operands</source>
        <translation>四操作数融合乘加 (FMA4)</translation>
    </message>
    <message>
        <source>Translation cache extension</source>
        <translation>转换缓存扩展</translation>
    </message>
    <message>
        <source>Node id MSR</source>
        <translation>节点标识 MSR</translation>
    </message>
    <message>
        <source>Trailing bit manipulation</source>
        <translation>尾部位操作 (TBM)</translation>
    </message>
    <message>
        <source>Topology leaves 0x8000001d and 0x8000001e</source>
        <translation>拓扑叶 0x8000001d 和 0x8000001e</translation>
    </message>
    <message>
        <source>More performance counters of a core</source>
        <translation>更多核心性能计数器</translation>
    </message>
    <message>
        <source>Performance counters of the northbridge</source>
        <translation>北桥性能计数器</translation>
    </message>
    <message>
        <source>Data breakpoint extension</source>
        <translation>数据断点扩展</translation>
    </message>
    <message>
        <source>Performance time stamp counter</source>
        <translation>性能时间戳计数器</translation>
    </message>
    <message>
        <source>Performance counters of the last level cache</source>
        <translation>末级缓存性能计数器</translation>
    </message>
    <message>
        <source>MONITORX and MWAITX</source>
        <translation>MONITORX 和 MWAITX</translation>
    </message>
    <message>
        <source>SYSCALL and SYSRET</source>
        <translation>SYSCALL 和 SYSRET</translation>
    </message>
    <message>
        <source>Capable of multiprocessing</source>
        <translation>支持多处理器</translation>
    </message>
    <message>
        <source>No-execute pages</source>
        <translation>不可执行页 (NX)</translation>
    </message>
    <message>
        <source>AMD&apos;s MMX extensions</source>
        <translation>AMD 的 MMX 扩展</translation>
    </message>
    <message>
        <source>Faster FXSAVE and FXRSTOR</source>
        <translation>更快的 FXSAVE 和 FXRSTOR</translation>
    </message>
    <message>
        <source>1 GiB pages</source>
        <translation>1 GiB 页</translation>
    </message>
    <message>
        <source>RDTSCP: TSC and processor number</source>
        <translation>RDTSCP：TSC 和处理器编号</translation>
    </message>
    <message>
        <source>64-bit mode</source>
        <translation>64 位模式</translation>
    </message>
    <message>
        <source>3DNow! extensions</source>
        <translation>3DNow! 扩展</translation>
    </message>
    <message>
        <source>3DNow!</source>
        <translation>3DNow!</translation>
    </message>
    <message>
        <source>Recovers from overflowing machine check banks</source>
        <translation>可从机器检查组溢出中恢复</translation>
    </message>
    <message>
        <source>Uncorrectable errors are contained</source>
        <translation>不可纠正错误受到遏制</translation>
    </message>
    <message>
        <source>Scalable machine check architecture</source>
        <translation>可扩展的机器检查架构</translation>
    </message>
    <message>
        <source>Hardware performance states</source>
        <translation>硬件性能状态</translation>
    </message>
    <message>
        <source>TSC runs at a constant rate and never stops</source>
        <translation>TSC 以恒定速率运行且从不停止</translation>
    </message>
    <message>
        <source>Core performance boost</source>
        <translation>核心性能提升</translation>
    </message>
    <message>
        <source>Read-only counters of the effective frequency</source>
        <translation>只读有效频率计数器</translation>
    </message>
    <message>
        <source>Processor feedback interface</source>
        <translation>处理器反馈接口</translation>
    </message>
    <message>
        <source>Processor power reporting</source>
        <translation>处理器功耗报告</translation>
    </message>
    <message>
        <source>CLZERO: zeroes a cache line</source>
        <translation>CLZERO：将缓存行清零</translation>
    </message>
    <message>
        <source>Counter of retired instructions</source>
        <translation>已退役指令计数器</translation>
    </message>
    <message>
        <source>XRSTOR always restores error pointers</source>
        <translation>XRSTOR 总是恢复错误指针</translation>
    </message>
    <message>
        <source>INVLPGB and TLBSYNC</source>
        <translation>INVLPGB 和 TLBSYNC</translation>
    </message>
    <message>
        <source>RDPRU: reads performance registers</source>
        <translation>RDPRU：读取性能寄存器</translation>
    </message>
    <message>
        <source>Memory bandwidth allocation</source>
        <translation>内存带宽分配</translation>
    </message>
    <message>
        <source>WBNOINVD: writes back without invalidating</source>
        <translation>WBNOINVD：写回而不作废</translation>
    </message>
    <message>
        <source>IBPB: barrier for indirect branch predictions</source>
        <translation>IBPB：间接分支预测屏障</translation>
    </message>
    <message>
        <source>IBRS: restricted indirect branches</source>
        <translation>IBRS：受限的间接分支</translation>
    </message>
    <message>
        <source>IBRS is always on</source>
        <translation>IBRS 始终启用</translation>
    </message>
    <message>
        <source>STIBP is always on</source>
        <translation>STIBP 始终启用</translation>
    </message>
    <message>
        <source>IBRS is better than software remedies</source>
        <translation>IBRS 优于软件补救措施</translation>
    </message>
    <message>
        <source>IBRS also protects within one mode</source>
        <translation>IBRS 在同一模式内也提供保护</translation>
    </message>
    <message>
        <source>No segment limits in 64-bit mode</source>
        <translation>64 位模式下无段界限</translation>
    </message>
    <message>
        <source>Processor inventory number</source>
        <translation>处理器库存编号</translation>
    </message>
    <message>
        <source>Speculative store bypass disable by virtual MSR</source>
        <translation>通过虚拟 MSR 禁用推测性存储绕过</translation>
    </message>
    <message>
        <source>Not affected by speculative store bypass</source>
        <translation>不受推测性存储绕过影响</translation>
    </message>
    <message>
        <source>Collaborative performance control</source>
        <translation>协作式性能控制 (CPPC)</translation>
    </message>
    <message>
        <source>Not affected by branch type confusion</source>
        <translation>不受分支类型混淆影响</translation>
    </message>
    <message>
        <source>IBPB clears return predictions as well</source>
        <translation>IBPB 也清除返回预测</translation>
    </message>
    <message>
        <source>Branch sampling</source>
        <translation>分支采样</translation>
    </message>
    <message>
        <source>SVM: nested page tables</source>
        <translation>SVM：嵌套页表</translation>
    </message>
    <message>
        <source>SVM: last branch records</source>
        <translation>SVM：最近分支记录</translation>
    </message>
    <message>
        <source>SVM: lock</source>
        <translation>SVM：锁定</translation>
    </message>
    <message>
        <source>SVM: saves the next instruction&apos;s address</source>
        <translation>SVM：保存下一条指令的地址</translation>
    </message>
    <message>
        <source>SVM: TSC frequency can be scaled</source>
        <translation>SVM：可缩放 TSC 频率</translation>
    </message>
    <message>
        <source>SVM: clean bits</source>
        <translation>SVM：清洁位</translation>
    </message>
    <message>
        <source>SVM: flushes by address space</source>
        <translation>SVM：按地址空间刷新</translation>
    </message>
    <message>
        <source>SVM: decode assists</source>
        <translation>SVM：解码辅助</translation>
    </message>
    <message>
        <source>SVM: pause filter</source>
        <translation>SVM：PAUSE 过滤器</translation>
    </message>
    <message>
        <source>SVM: pause filter threshold</source>
        <translation>SVM：PAUSE 过滤器阈值</translation>
    </message>
    <message>
        <source>SVM: virtual interrupt controller</source>
        <translation>SVM：虚拟中断控制器 (AVIC)</translation>
    </message>
    <message>
        <source>SVM: virtual VMSAVE and VMLOAD</source>
        <translation>SVM：虚拟 VMSAVE 和 VMLOAD</translation>
    </message>
    <message>
        <source>SVM: virtual global interrupt flag</source>
        <translation>SVM：虚拟全局中断标志</translation>
    </message>
    <message>
        <source>SVM: virtual x2APIC</source>
        <translation>SVM：虚拟 x2APIC</translation>
    </message>
    <message>
        <source>SVM: virtual SPEC_CTRL</source>
        <translation>SVM：虚拟 SPEC_CTRL</translation>
    </message>
    <message>
        <source>SVM: virtual NMI</source>
        <translation>SVM：虚拟 NMI</translation>
    </message>
    <message>
        <source>SVM: checks the addresses of its operands</source>
        <translation>SVM：检查其操作数的地址</translation>
    </message>
    <message>
        <source>Secure memory encryption</source>
        <translation>安全内存加密 (SME)</translation>
    </message>
    <message>
        <source>Secure encrypted virtualisation</source>
        <translation>安全加密虚拟化 (SEV)</translation>
    </message>
    <message>
        <source>Page flush MSR</source>
        <translation>页刷新 MSR</translation>
    </message>
    <message>
        <source>SEV: encrypted state</source>
        <translation>SEV：加密状态 (SEV-ES)</translation>
    </message>
    <message>
        <source>SEV: secure nested paging</source>
        <translation>SEV：安全嵌套分页 (SEV-SNP)</translation>
    </message>
    <message>
        <source>SEV: privilege levels of a guest</source>
        <translation>SEV：客户机的特权级</translation>
    </message>
    <message>
        <source>SEV: virtual TSC_AUX</source>
        <translation>SEV：虚拟 TSC_AUX</translation>
    </message>
    <message>
        <source>Encrypted and plain mappings are coherent</source>
        <translation>加密映射与明文映射保持一致</translation>
    </message>
    <message>
        <source>No nested data breakpoints</source>
        <translation>无嵌套数据断点</translation>
    </message>
    <message>
        <source>Writing the FS and GS base does not serialise</source>
        <translation>写 FS 和 GS 基址不会串行化</translation>
    </message>
    <message>
        <source>LFENCE always serialises</source>
        <translation>LFENCE 总是串行化</translation>
    </message>
    <message>
        <source>Null selectors clear the base</source>
        <translation>空选择子清除基址</translation>
    </message>
    <message>
        <source>Upper address bits can be ignored</source>
        <translation>可忽略地址高位</translation>
    </message>
    <message>
        <source>Automatic IBRS</source>
        <translation>自动 IBRS</translation>
    </message>
    <message>
        <source>No SMM control MSR</source>
        <translation>无 SMM 控制 MSR</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB</source>
        <translation>快速短 REP CMPSB</translation>
    </message>
    <message>
        <source>CPUID can be kept from programs</source>
        <translation>可禁止程序使用 CPUID</translation>
    </message>
    <message>
        <source>SBPB: selective branch prediction barrier</source>
        <translation>SBPB：选择性分支预测屏障</translation>
    </message>
    <message>
        <source>IBPB clears all branch types</source>
        <translation>IBPB 清除所有分支类型</translation>
    </message>
    <message>
        <source>Not affected by return stack overflow (SRSO)</source>
        <translation>不受返回栈溢出 (SRSO) 影响</translation>
    </message>
    <message>
        <source>Not affected by SRSO between user and kernel</source>
        <translation>不受用户与内核之间的 SRSO 影响</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureModel</name>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>无</translation>
    </message>
    <message>
        <source>sets it</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>takes it away</source>
        <translation>去除</translation>
    </message>
    <message>
        <source>as on the host</source>
        <translation>与主机相同</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>客户机</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeaturesCard</name>
    <message>
        <source>What the guest finds</source>
        <translation>客户机所见</translation>
    </message>
    <message>
        <source>“Host” is what this host&apos;s KVM offers, “Guest” what the machine&apos;s first processor has: the engine decides some of it in every machine.</source>
        <translation>“主机”是本主机 KVM 提供的功能，“客户机”是虚拟机第一个处理器具有的功能：其中一部分在每台虚拟机中都由引擎决定。</translation>
    </message>
    <message>
        <source>Filter features</source>
        <translation>筛选功能</translation>
    </message>
    <message>
        <source>Filter features by name, meaning or place in CPUID</source>
        <translation>按名称、含义或 CPUID 中的位置筛选功能</translation>
    </message>
    <message>
        <source>Only diff&amp;erences</source>
        <translation>仅差异(&amp;E)</translation>
    </message>
    <message>
        <source>What the template changes, and what the guest finds otherwise than the host has it</source>
        <translation>模板更改的内容，以及客户机所见与主机不同之处</translation>
    </message>
    <message>
        <source>Features of the processor</source>
        <translation>处理器功能</translation>
    </message>
    <message>
        <source>Nothing is known about this host&apos;s processor.</source>
        <translation>对本主机的处理器一无所知。</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) shown</source>
        <translation>
            <numerusform>显示 %n 项功能</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuPage</name>
    <message>
        <source>%1: the template sets it, but this host does not offer it. A guest that uses it fails.</source>
        <translation>%1：模板设置了它，但本主机不提供。使用它的客户机会出错。</translation>
    </message>
    <message>
        <source>%1: what the template says does not count, since the engine decides it in every machine.</source>
        <translation>%1：模板的设定不起作用，因为每台虚拟机中都由引擎决定。</translation>
    </message>
    <message>
        <source>Leaf %1: the template has other flags than this host, so that guests may find it in another place.</source>
        <translation>叶 %1：模板的标志与本主机不同，客户机可能会在别处找到它。</translation>
    </message>
    <message>
        <source>Choose it when the machine is for another host.</source>
        <translation>如果虚拟机用于其他主机，可以选择它。</translation>
    </message>
    <message>
        <source>A machine with it starts on this host (%1, %2).</source>
        <translation>使用它的虚拟机可以在本主机（%1，%2）上启动。</translation>
    </message>
    <message>
        <source>A machine with it starts on this host, but:</source>
        <translation>使用它的虚拟机可以在本主机上启动，但是：</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>warnings</comment>
        <translation>
            <numerusform>……以及另外 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>The machine runs: another template counts from its next start.</source>
        <translation>虚拟机正在运行：更换的模板从下次启动起生效。</translation>
    </message>
    <message>
        <source>With a template guests find the same processor on different hosts.</source>
        <translation>使用模板后，客户机在不同主机上看到相同的处理器。</translation>
    </message>
    <message>
        <source>The machine runs emulated, on a processor that is not this host&apos;s: what is told here does not count for it.</source>
        <translation>虚拟机以仿真方式运行，其处理器不是本主机的处理器：此处所述不适用于它。</translation>
    </message>
    <message>
        <source>Asking this host…</source>
        <translation>正在询问本主机…</translation>
    </message>
    <message>
        <source>Whether it fits this host is not known. %1</source>
        <translation>是否适合本主机尚不清楚。%1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuTemplateCard</name>
    <message>
        <source>CPU template</source>
        <translation>CPU 模板</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>The guest sees all that the host&apos;s processor offers. The fastest, but snapshots move only to hosts with such a processor.</source>
        <translation>客户机能看到主机处理器提供的全部功能。速度最快，但快照只能迁移到具有这种处理器的主机。</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake over Cascade Lake to Ice Lake: guests see what all of them have, so that snapshots can move between them.</source>
        <translation>适用于从 Skylake、Cascade Lake 到 Ice Lake 的 Intel 主机：客户机看到它们共有的功能，快照可以在其间迁移。</translation>
    </message>
    <message>
        <source>For Intel Skylake and Cascade Lake: as T2, and both also tell guests the same about their flaws.</source>
        <translation>适用于 Intel Skylake 和 Cascade Lake：与 T2 相同，并且两者向客户机报告的缺陷信息也相同。</translation>
    </message>
    <message>
        <source>For Intel Cascade Lake and Ice Lake in a fleet together with AMD: guests see what they see with T2A there.</source>
        <translation>适用于与 AMD 混合部署的 Intel Cascade Lake 和 Ice Lake：客户机看到的与 AMD 上使用 T2A 时相同。</translation>
    </message>
    <message>
        <source>For AMD Milan in a fleet together with Intel: guests see what they see with T2CL there. Snapshots do not move between vendors all the same.</source>
        <translation>适用于与 Intel 混合部署的 AMD Milan：客户机看到的与 Intel 上使用 T2CL 时相同。但快照仍不能在不同厂商之间迁移。</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake to Ice Lake: guests see an older Ivy Bridge, without AVX2 and what came after it.</source>
        <translation>适用于从 Skylake 到 Ice Lake 的 Intel 主机：客户机看到较旧的 Ivy Bridge，没有 AVX2 及之后的功能。</translation>
    </message>
    <message>
        <source>C&amp;ustom</source>
        <translation>自定义(&amp;U)</translation>
    </message>
    <message>
        <source>Bits of your own choice, for processors and fleets that the others are not made for. See below.</source>
        <translation>自行选择的位，适用于其他模板未涵盖的处理器和部署环境。见下文。</translation>
    </message>
    <message>
        <source>The engine of this host&apos;s processor does not know it.</source>
        <translation>本主机处理器的引擎不认识它。</translation>
    </message>
    <message>
        <source>It is made for processors of another vendor.</source>
        <translation>它是为另一家厂商的处理器制作的。</translation>
    </message>
    <message>
        <source>This host’s processor is not among those that it is made for.</source>
        <translation>本主机的处理器不在其适用范围内。</translation>
    </message>
    <message>
        <source>A machine with it does not start on this host.</source>
        <translation>使用它的虚拟机无法在本主机上启动。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuTool</name>
    <message numerus="yes">
        <source>The tool gave no answer within %n second(s).</source>
        <translation>
            <numerusform>工具在 %n 秒内没有回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>sparkler-tools is not installed, so this host’s processor is not known.</source>
        <translation>未安装 sparkler-tools，因此不清楚本主机的处理器。</translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>无法启动 %1：%2。</translation>
    </message>
    <message>
        <source>The tool’s answer is too long.</source>
        <translation>工具的回答过长。</translation>
    </message>
    <message>
        <source>The tool ended without an answer.</source>
        <translation>工具没有回答就结束了。</translation>
    </message>
    <message>
        <source>The tool’s answer cannot be understood: %1.</source>
        <translation>无法理解工具的回答：%1。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateMachineWizard</name>
    <message>
        <source>Create machine</source>
        <translation>创建虚拟机</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateOperation</name>
    <message>
        <source>No snapshot of “%1” was made.</source>
        <translation>未拍摄“%1”的快照。</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Resuming the guest</source>
        <translation>正在恢复客户机运行</translation>
    </message>
    <message>
        <source>Make a full snapshot.</source>
        <translation>请拍摄完整快照。</translation>
    </message>
    <message>
        <source>Pausing the guest</source>
        <translation>正在暂停客户机</translation>
    </message>
    <message>
        <source>The engine writes the guest’s memory</source>
        <translation>引擎正在写出客户机内存</translation>
    </message>
    <message>
        <source>Copying the drives</source>
        <translation>正在复制驱动器</translation>
    </message>
    <message>
        <source>The snapshot is being completed.</source>
        <translation>正在完成快照。</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>正在完成</translation>
    </message>
    <message>
        <source>The snapshot was made, but the guest was not resumed.</source>
        <translation>快照已拍摄，但客户机未恢复运行。</translation>
    </message>
    <message>
        <source>The snapshot is there, but it is not known that the machine comes from it.</source>
        <translation>快照已存在，但未能记录虚拟机来自它。</translation>
    </message>
    <message>
        <source>The engine said that it is done, but its files are not there.</source>
        <translation>引擎报告已完成，但其文件不存在。</translation>
    </message>
    <message>
        <source>The machine’s engine has ended meanwhile.</source>
        <translation>虚拟机的引擎在此期间已结束。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreatePage</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateResourcesPage</name>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>Name and resources</source>
        <translation>名称和资源</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>无组</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Give the machine a cop&amp;y of the root file system of its own</source>
        <translation>为虚拟机制作根文件系统的专用副本(&amp;Y)</translation>
    </message>
    <message>
        <source>Otherwise it uses the file itself, and changes it.</source>
        <translation>否则虚拟机直接使用并更改该文件。</translation>
    </message>
    <message>
        <source>&amp;Enlarge the copy</source>
        <translation>扩大副本(&amp;E)</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>磁盘大小</translation>
    </message>
    <message>
        <source>Disk si&amp;ze</source>
        <translation>磁盘大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Takes up space on this host only as it is filled.</source>
        <translation>仅随写入内容占用此宿主机的空间。</translation>
    </message>
    <message>
        <source>Synchronous: works everywhere</source>
        <translation>同步：适用于所有环境</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring): faster under load</source>
        <translation>异步（io_uring）：高负载下更快</translation>
    </message>
    <message>
        <source>&amp;I/O engine</source>
        <translation>I/O 引擎(&amp;I)</translation>
    </message>
    <message>
        <source>Neither this host&apos;s KVM nor the emulator can run machines now. The machine can be made; what is missing stands at the top of the window.</source>
        <translation>此主机的 KVM 和模拟器目前都无法运行虚拟机。可以先创建虚拟机；缺少的内容显示在窗口顶部。</translation>
    </message>
    <message>
        <source>This host&apos;s KVM cannot run the machine, so it will be emulated: it works, many times slower. One processor and 256 MiB are a good size.</source>
        <translation>此宿主机的 KVM 无法运行该虚拟机，因此将采用模拟：可以工作，但慢很多倍。建议使用一个处理器和 256 MiB 内存。</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>虚拟机需要名称。</translation>
    </message>
    <message>
        <source>There is a machine with this name. The new one will be called “%1”.</source>
        <translation>已有同名虚拟机。新虚拟机将命名为“%1”。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateReviewPage</name>
    <message>
        <source>Review</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>The same as a Firecracker configuration file</source>
        <translation>等效的 Firecracker 配置文件</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>The demo guest is made first, in one to two minutes. The machine can be started after that.</source>
        <translation>将先创建演示客户机，需一到两分钟。之后即可启动虚拟机。</translation>
    </message>
    <message>
        <source>Its disk is copied first. The machine can be started after that.</source>
        <translation>将先复制其磁盘。之后即可启动虚拟机。</translation>
    </message>
    <message>
        <source>The machine can be started at once.</source>
        <translation>虚拟机可以立即启动。</translation>
    </message>
    <message>
        <source>&lt;machine&gt;</source>
        <translation>&lt;虚拟机&gt;</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>驱动器“%1”：%2</translation>
    </message>
    <message>
        <source>The machine can be made, but it cannot start like this:</source>
        <translation>可以创建虚拟机，但这样无法启动：</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateSourcePage</name>
    <message>
        <source>What does the machine start from?</source>
        <translation>虚拟机从什么启动？</translation>
    </message>
    <message>
        <source>&amp;Demo guest</source>
        <translation>演示客户机(&amp;D)</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system.</source>
        <translation>标准 Debian 内核和小型根文件系统。</translation>
    </message>
    <message>
        <source>&amp;Own kernel and root file system</source>
        <translation>自己的内核和根文件系统(&amp;O)</translation>
    </message>
    <message>
        <source>Files of yours, or from the library.</source>
        <translation>您自己的文件，或来自库的文件。</translation>
    </message>
    <message>
        <source>&amp;Firecracker configuration file</source>
        <translation>Firecracker 配置文件(&amp;F)</translation>
    </message>
    <message>
        <source>A JSON file as for --config-file.</source>
        <translation>用于 --config-file 的 JSON 文件。</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>执行过程</translation>
    </message>
    <message>
        <source>The demo guest was made before. The machine gets a copy of its disk and is ready in seconds.</source>
        <translation>演示客户机此前已创建。虚拟机会获得其磁盘的副本，数秒内即可就绪。</translation>
    </message>
    <message>
        <source>The first time, Debian packages are downloaded and put together: one to two minutes, with network access. It goes on in the background; the machine is in the list meanwhile. After that a demo machine takes seconds.</source>
        <translation>首次使用时会下载并组装 Debian 软件包：需一到两分钟和网络连接。此过程在后台进行，虚拟机会先出现在列表中。之后创建演示虚拟机只需数秒。</translation>
    </message>
    <message>
        <source>Log in as root, without a password.</source>
        <translation>以 root 登录，无需密码。</translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation>根文件系统</translation>
    </message>
    <message>
        <source>Disk ima&amp;ge</source>
        <translation>磁盘映像(&amp;G)</translation>
    </message>
    <message>
        <source>Without one the machine runs from its initial RAM disk alone.</source>
        <translation>没有磁盘映像时，虚拟机仅从初始 RAM 磁盘运行。</translation>
    </message>
    <message>
        <source>Keep copies in the &amp;library, for other machines</source>
        <translation>在库中保留副本，供其他虚拟机使用(&amp;L)</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>导入 Firecracker 配置文件</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>配置文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>文件(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>A machine with %n drive(s).</source>
        <translation>
            <numerusform>有 %n 个驱动器的虚拟机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DriveDialog</name>
    <message>
        <source>Add drive</source>
        <translation>添加驱动器</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>驱动器“%1”</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>&amp;Existing file</source>
        <translation>现有文件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;New disk</source>
        <translation>新建磁盘(&amp;N)</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Made in the machine&apos;s folder when you apply. It takes up space only as it is filled.</source>
        <translation>应用时在虚拟机文件夹中创建。仅随写入内容占用空间。</translation>
    </message>
    <message>
        <source>Disk image</source>
        <translation>磁盘映像</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>ext4</source>
        <translation>ext4</translation>
    </message>
    <message>
        <source>None: an empty disk</source>
        <translation>无：空磁盘</translation>
    </message>
    <message>
        <source>File s&amp;ystem</source>
        <translation>文件系统(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>ID(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Root device: the guest boots from it</source>
        <translation>根设备：客户机从此引导(&amp;R)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Read-&amp;only: the guest cannot change it</source>
        <translation>只读：客户机无法更改(&amp;O)</translation>
    </message>
    <message>
        <source>Unsafe: flushes are ignored, fastest</source>
        <translation>不安全：忽略刷新，速度最快</translation>
    </message>
    <message>
        <source>Write-back: flushes reach the disk</source>
        <translation>回写：刷新会写入磁盘</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>缓存(&amp;C)</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring)</source>
        <translation>异步（io_uring）</translation>
    </message>
    <message>
        <source>I/O en&amp;gine</source>
        <translation>I/O 引擎(&amp;G)</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>虚拟机运行时立即生效。</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>“%1” will no longer be the root device.</source>
        <translation>“%1”将不再是根设备。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DriveModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>%1, new</source>
        <comment>size of a disk still to be made</comment>
        <translation>%1，新建</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>根</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>I/O engine</source>
        <translation>I/O 引擎</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DrivesCard</name>
    <message>
        <source>Drives</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>This machine has no drives. It runs from its initial RAM disk alone.</source>
        <translation>此虚拟机没有驱动器，仅从初始 RAM 磁盘运行。</translation>
    </message>
    <message>
        <source>&amp;Add drive…</source>
        <translation>添加驱动器(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;New disk…</source>
        <translation>新建磁盘(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>限制(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Set as root</source>
        <translation>设为根设备(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Change the drive (Return)</source>
        <translation>更改驱动器 (Return)</translation>
    </message>
    <message>
        <source>Takes the drive out of the machine; its file stays (Delete)</source>
        <translation>从虚拟机中移除驱动器，其文件保留 (Delete)</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>驱动器“%1”：%2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::EditPage</name>
    <message>
        <source>The changes apply now.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>The changes are saved.</source>
        <translation>更改已保存。</translation>
    </message>
    <message>
        <source>The changes are saved. Some need a restart: %1</source>
        <translation>更改已保存。部分更改需要重新启动：%1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::EntropyForm</name>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>The guest gets &amp;random numbers from the host</source>
        <translation>客户机从宿主机获取随机数(&amp;R)</translation>
    </message>
    <message>
        <source>How much, at most</source>
        <translation>最大量</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ErrorDetails</name>
    <message>
        <source>Request: %1</source>
        <translation>请求：%1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>Fault: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>日志：</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术详情</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExchangeModel</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>未及时应答</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接断开</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>无法理解</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>应答过大</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1，被拒绝</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExportOperation</name>
    <message>
        <source>The snapshot was not exported.</source>
        <translation>快照未导出。</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>正在写入归档</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::FileChoice</name>
    <message>
        <source>From library</source>
        <translation>从库中</translation>
    </message>
    <message>
        <source>%1 from the library</source>
        <comment>kernel, initrd …</comment>
        <translation>库中的%1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>name, format, size</comment>
        <translation>%1（%2，%3）</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::FindingsView</name>
    <message>
        <source>Whether it can be used here</source>
        <translation>能否在此使用</translation>
    </message>
    <message>
        <source>Looking whether it can be used here…</source>
        <translation>正在检查能否在此使用…</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>解决办法</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Fold</name>
    <message>
        <source>Expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ForwardsEditor</name>
    <message>
        <source>Remove forward</source>
        <translation>移除转发</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>Host port</source>
        <translation>主机端口</translation>
    </message>
    <message>
        <source>Guest port</source>
        <translation>客户机端口</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>端口转发</translation>
    </message>
    <message>
        <source>Add forward</source>
        <translation>添加转发</translation>
    </message>
    <message>
        <source>“%1” forwards port %2 of the host, too: only one of the two can run.</source>
        <translation>“%1”也转发主机端口 %2：两者只能运行其一。</translation>
    </message>
    <message>
        <source>Ports below 1024 are for root alone on most hosts (net.ipv4.ip_unprivileged_port_start). Take a higher one for the host; the guest&apos;s can be any.</source>
        <translation>在大多数主机上，1024 以下的端口仅供 root 使用 (net.ipv4.ip_unprivileged_port_start)。主机请使用更高的端口；客户机端口任意。</translation>
    </message>
    <message>
        <source>At 0.0.0.0 everybody who reaches this host reaches the guest.</source>
        <translation>使用 0.0.0.0 时，所有能访问本主机的人都能访问客户机。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HardwarePage</name>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>虚拟机正在运行：此处的更改在下次启动时生效。</translation>
    </message>
    <message>
        <source>The machine runs: a drive&apos;s file and its rate limits change at once, everything else at the next start.</source>
        <translation>虚拟机正在运行：驱动器的文件和速率限制立即更改，其他更改在下次启动时生效。</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>驱动器“%1”：%2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>“%1”的速率限制立即生效。</translation>
    </message>
    <message>
        <source>The changes were not applied.</source>
        <translation>未应用更改。</translation>
    </message>
    <message>
        <source>Making the disk %1 was cancelled.</source>
        <translation>已取消创建磁盘 %1。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HelpDialog</name>
    <message>
        <source>Troubleshooting</source>
        <translation>故障排除</translation>
    </message>
    <message>
        <source>Open the whole document</source>
        <translation>打开完整文档</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>了解更多</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HelpLink</name>
    <message>
        <source>%1: %2</source>
        <comment>button and what it is about</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HostDeviceCard</name>
    <message>
        <source>On this host</source>
        <translation>在此宿主机上</translation>
    </message>
    <message>
        <source>Ma&amp;ke it…</source>
        <translation>创建(&amp;K)…</translation>
    </message>
    <message>
        <source>Ta&amp;ke it away…</source>
        <translation>移除(&amp;K)…</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>设置客户机地址的内核参数</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>设置客户机地址的命令</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新检查(&amp;L)</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>所有者 %1</translation>
    </message>
    <message>
        <source>owner: user %1</source>
        <translation>所有者：用户 %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>组 %1</translation>
    </message>
    <message>
        <source>MTU %1</source>
        <translation>MTU %1</translation>
    </message>
    <message>
        <source>port of the bridge %1</source>
        <translation>网桥 %1 的端口</translation>
    </message>
    <message>
        <source>address %1/%2</source>
        <translation>地址 %1/%2</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>正在检查 %1…</translation>
    </message>
    <message>
        <source>%1 carries this machine&apos;s packets.</source>
        <translation>%1 正在传输此虚拟机的数据包。</translation>
    </message>
    <message>
        <source>The host: “%1 (os error %2)”</source>
        <translation>宿主机：“%1 (os error %2)”</translation>
    </message>
    <message>
        <source>An address for the guest: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>客户机的地址：将第一行添加到引导参数，或在客户机中输入其他各行。</translation>
    </message>
    <message>
        <source>The guest asks the bridge&apos;s network for its address: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>客户机向网桥所在网络请求地址：将第一行添加到引导参数，或在客户机中输入其他各行。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ImportOperation</name>
    <message>
        <source>The archive was not imported.</source>
        <translation>归档未导入。</translation>
    </message>
    <message>
        <source>Reading the archive</source>
        <translation>正在读取归档</translation>
    </message>
    <message>
        <source>The drive “%1” is not in it.</source>
        <translation>其中没有驱动器“%1”。</translation>
    </message>
    <message>
        <source>Making the machine</source>
        <translation>正在创建虚拟机</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InlineMessage</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InspectorPage</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>尚无请求</translation>
    </message>
    <message>
        <source>Select a machine to see its API requests.</source>
        <translation>选择一台虚拟机以查看其 API 请求。</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>发送请求</translation>
    </message>
    <message>
        <source>Filter by path</source>
        <translation>按路径筛选</translation>
    </message>
    <message>
        <source>Filter requests by path</source>
        <translation>按路径筛选请求</translation>
    </message>
    <message>
        <source>&amp;Errors only</source>
        <translation>仅错误(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>复制为(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>复制为 curl(&amp;C)</translation>
    </message>
    <message>
        <source>Copy all as &amp;shell script</source>
        <translation>全部复制为 shell 脚本(&amp;S)</translation>
    </message>
    <message>
        <source>Copy as configuration &amp;file</source>
        <translation>复制为配置文件(&amp;F)</translation>
    </message>
    <message>
        <source>Copy as &amp;Go SDK program</source>
        <translation>复制为 Go SDK 程序(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>复制为 curl(&amp;U)</translation>
    </message>
    <message>
        <source>E&amp;dit and send again</source>
        <translation>编辑并重新发送(&amp;D)</translation>
    </message>
    <message>
        <source>Put this request into the form below</source>
        <translation>将此请求填入下方表单</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>响应正文</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>该请求没有正文。</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>该应答没有正文。</translation>
    </message>
    <message>
        <source>Select a request to see what was said.</source>
        <translation>选择一个请求以查看其内容。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · waited %2, took %3</source>
        <comment>status, times</comment>
        <translation>%1 · 等待 %2，耗时 %3</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>未选择虚拟机</translation>
    </message>
    <message>
        <source>What is said to the engine appears here. Periodic polls are left out.</source>
        <translation>发送给引擎的请求显示在此处，不包括定期轮询。</translation>
    </message>
    <message>
        <source>Start the machine: what is said to its engine appears here. Periodic polls are left out.</source>
        <translation>启动虚拟机后，发送给引擎的请求显示在此处，不包括定期轮询。</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>未选择虚拟机。</translation>
    </message>
    <message>
        <source>No engine runs. Start the machine first.</source>
        <translation>没有引擎在运行。请先启动虚拟机。</translation>
    </message>
    <message>
        <source>Select a request first.</source>
        <translation>请先选择一个请求。</translation>
    </message>
    <message>
        <source>There are no requests.</source>
        <translation>没有请求。</translation>
    </message>
    <message>
        <source>Copy this request as a curl command line</source>
        <translation>将此请求复制为 curl 命令行</translation>
    </message>
    <message>
        <source>Copy as a command, a script, a file or a program</source>
        <translation>复制为命令、脚本、文件或程序</translation>
    </message>
    <message>
        <source>Forget the requests shown here</source>
        <translation>清除此处显示的请求</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard.</source>
        <translation>curl 命令已复制到剪贴板。</translation>
    </message>
    <message numerus="yes">
        <source>A script of %n request(s) is on the clipboard.</source>
        <translation>
            <numerusform>包含 %n 个请求的脚本已复制到剪贴板。</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration file is on the clipboard.</source>
        <translation>配置文件已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The Go program is on the clipboard.</source>
        <translation>Go 程序已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceDialog</name>
    <message>
        <source>Add network interface</source>
        <translation>添加网络接口</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Network interface “%1”</source>
        <translation>网络接口“%1”</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>ID(&amp;I)</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>宿主机设备</translation>
    </message>
    <message>
        <source>&amp;Host device</source>
        <translation>宿主机设备(&amp;H)</translation>
    </message>
    <message>
        <source>The TAP device of this host that the interface is connected to. The network page helps to make one.</source>
        <translation>接口所连接的此宿主机的 TAP 设备。网络页面可帮助创建。</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>The guest chooses</source>
        <translation>由客户机选择</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>A locally administered address that no machine of yours has</source>
        <translation>您的虚拟机均未使用的本地管理地址</translation>
    </message>
    <message>
        <source>&amp;MAC address</source>
        <translation>MAC 地址(&amp;M)</translation>
    </message>
    <message>
        <source>The guest&apos;s default</source>
        <translation>客户机的默认值</translation>
    </message>
    <message>
        <source>M&amp;TU</source>
        <translation>MTU(&amp;T)</translation>
    </message>
    <message>
        <source>The largest packet, in bytes. The host&apos;s device should have the same.</source>
        <translation>最大数据包，以字节为单位。宿主机设备应使用相同的值。</translation>
    </message>
    <message>
        <source>Limits to the guest</source>
        <translation>到客户机的限制</translation>
    </message>
    <message>
        <source>Limits from the guest</source>
        <translation>来自客户机的限制</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>虚拟机运行时立即生效。</translation>
    </message>
    <message>
        <source>Another interface of this machine uses it; a device serves one.</source>
        <translation>此虚拟机的另一个接口已使用它；一个设备只能供一个接口使用。</translation>
    </message>
    <message>
        <source>Another machine has this address. In one network they would disturb each other.</source>
        <translation>另一台虚拟机使用此地址。在同一网络中它们会互相干扰。</translation>
    </message>
    <message>
        <source>TAP device of this host</source>
        <translation>此主机的 TAP 设备</translation>
    </message>
    <message>
        <source>User-mode (no root)</source>
        <translation>用户模式（无需 root）</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>User-mode needs the rootless jail and the program passt. For now it has to be the machine&apos;s only interface.</source>
        <translation>用户模式需要无 root 隔离和程序 passt。目前它必须是该虚拟机的唯一接口。</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>端口转发</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceLimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>“%1”的速率限制</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>到客户机</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>来自客户机</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>虚拟机运行时立即生效。</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>从下次启动起生效。</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>立即应用</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>设置限制</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceModel</name>
    <message>
        <source>…</source>
        <comment>state of a device that is being looked at</comment>
        <translation>…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Not a name</source>
        <translation>名称无效</translation>
    </message>
    <message>
        <source>No TAP support</source>
        <translation>不支持 TAP</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>No TAP device</source>
        <translation>不是 TAP 设备</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>在此使用中</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>被占用</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Guest chooses</source>
        <comment>MAC address</comment>
        <translation>由客户机选择</translation>
    </message>
    <message>
        <source>Default</source>
        <comment>MTU</comment>
        <translation>默认</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>宿主机设备</translation>
    </message>
    <message>
        <source>On the host</source>
        <translation>宿主机上的状态</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>到客户机</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>来自客户机</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>User-mode</source>
        <translation>用户模式</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) forwarded</source>
        <translation>
            <numerusform>已转发 %n 个端口</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfacesCard</name>
    <message>
        <source>Network interfaces</source>
        <translation>网络接口</translation>
    </message>
    <message>
        <source>This machine has no network.</source>
        <translation>此虚拟机没有网络。</translation>
    </message>
    <message>
        <source>&amp;Add interface…</source>
        <translation>添加接口(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Change the interface (Return)</source>
        <translation>更改接口 (Return)</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>限制(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the interface out of the machine; the host&apos;s device stays (Delete)</source>
        <translation>从虚拟机中移除接口，宿主机的设备保留 (Delete)</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>接口“%1”：%2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JailPage</name>
    <message>
        <source>What the engine can see</source>
        <translation>引擎能看到的内容</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>In the jail</source>
        <translation>隔离环境内</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>在此主机上</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Rootless jail</source>
        <translation>无 root 隔离</translation>
    </message>
    <message>
        <source>No jail</source>
        <translation>不隔离</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>模式(&amp;M)</translation>
    </message>
    <message>
        <source>The jailer&apos;s default: 2048</source>
        <translation>jailer 默认值：2048</translation>
    </message>
    <message>
        <source>&amp;Open files</source>
        <translation>打开的文件(&amp;O)</translation>
    </message>
    <message>
        <source>How many files and sockets the engine may have open at once.</source>
        <translation>引擎可同时打开的文件和套接字数量。</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Largest &amp;file</source>
        <translation>最大文件(&amp;F)</translation>
    </message>
    <message>
        <source>The engine makes no file grow beyond this. Snapshots of the memory need its size.</source>
        <translation>引擎不会让文件超过此大小。内存快照需要与内存相同的空间。</translation>
    </message>
    <message>
        <source>The jail is made at the start: stop the machine to change it.</source>
        <translation>隔离在启动时创建：请先停止虚拟机再更改。</translation>
    </message>
    <message>
        <source>Limits belong to a jail.</source>
        <translation>限制属于隔离。</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around the engine is its jail, and the choice above does not count.</source>
        <translation>虚拟机以模拟方式运行：引擎外的辅助虚拟机就是其隔离，上面的选择不生效。</translation>
    </message>
    <message>
        <source>Without a jail a guest that takes its engine over can do all that you can: read your files, and reach your network.</source>
        <translation>不隔离时，控制了引擎的客户机可以做您能做的一切：读取您的文件并访问您的网络。</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are weaker than promised. See the red rows.</source>
        <translation>
            <numerusform>有 %n 项弱于承诺。请查看红色各行。</numerusform>
        </translation>
    </message>
    <message>
        <source>All that /proc tells of the engine is as promised.</source>
        <translation>/proc 中关于引擎的一切均符合承诺。</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) cannot be proven: /proc does not tell.</source>
        <translation>
            <numerusform>有 %n 项承诺无法证实：/proc 未告知。</numerusform>
        </translation>
    </message>
    <message>
        <source>In the rootless jail the engine sees nothing but this machine&apos;s own files, and has no rights, also when a guest has taken it over. Where this host keeps user namespaces to root, root’s leave is asked for at each start; the jail and the engine’s rights in it are the same.</source>
        <translation>在无需 root 的隔离环境中，引擎只能看到此虚拟机自己的文件，而且没有任何权限，即使被客户机控制也是如此。如果此主机只允许 root 使用用户命名空间，则每次启动都会请求 root 许可；隔离环境及引擎在其中的权限相同。</translation>
    </message>
    <message>
        <source>Rootless jail, by root’s leave</source>
        <translation>无 root 隔离，经 root 许可</translation>
    </message>
    <message>
        <source>By root’s leave: its helper is not installed</source>
        <translation>经 root 许可：未安装其辅助程序</translation>
    </message>
    <message>
        <source>A start will fail: the helper that asks for root’s leave is not installed.</source>
        <translation>启动将会失败：未安装请求 root 许可的辅助程序。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n 个成员 }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n element(s) ]</source>
        <translation>
            <numerusform>[ %n 个元素 ]</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonView</name>
    <message>
        <source>the object is not closed with }</source>
        <translation>对象未以 } 结束</translation>
    </message>
    <message>
        <source>a : is missing after the name</source>
        <translation>名称后缺少 :</translation>
    </message>
    <message>
        <source>the array is not closed with ]</source>
        <translation>数组未以 ] 结束</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>缺少逗号</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>这不是 JSON 值</translation>
    </message>
    <message>
        <source>the text ends in a number</source>
        <translation>文本在数字中结束</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>这不是数字</translation>
    </message>
    <message>
        <source>this escape sequence is not allowed</source>
        <translation>不允许此转义序列</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>文本不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>a string is not closed</source>
        <translation>字符串未结束</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>此处应为带引号的名称</translation>
    </message>
    <message>
        <source>the nesting is too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>the text is too large</source>
        <translation>文本过大</translation>
    </message>
    <message>
        <source>there is text after the end</source>
        <translation>结尾之后还有文本</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>这不是 JSON</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON 文本</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimiterCard</name>
    <message>
        <source>Held back</source>
        <translation>被推迟</translation>
    </message>
    <message>
        <source>Requests delayed by the limiter</source>
        <translation>被限制器推迟的请求</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Bandwidth used of the limit, %1</source>
        <translation>已用带宽占限制的比例，%1</translation>
    </message>
    <message>
        <source>Operations used of the limit, %1</source>
        <translation>已用操作数占限制的比例，%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 % of the limit</source>
        <translation>限制的 %1 %</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Limiters</name>
    <message>
        <source>%1: receiving</source>
        <translation>%1：接收</translation>
    </message>
    <message>
        <source>%1: sending</source>
        <translation>%1：发送</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>“%1”的速率限制</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>虚拟机运行时立即生效。</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>从下次启动起生效。</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>立即应用</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>设置限制</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimitsView</name>
    <message>
        <source>%1 s</source>
        <comment>refill time</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>refill time</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1: %2 each %3</source>
        <comment>sustained rate, size of the bucket, refill time</comment>
        <translation>%1：每 %3 %2</translation>
    </message>
    <message>
        <source>%1, and %2 once</source>
        <translation>%1，另有一次性 %2</translation>
    </message>
    <message>
        <source>The limits are not known yet</source>
        <translation>尚不知道限制</translation>
    </message>
    <message>
        <source>The engine is being asked.</source>
        <translation>正在查询引擎。</translation>
    </message>
    <message>
        <source>Rate limiters</source>
        <translation>速率限制器</translation>
    </message>
    <message>
        <source>The limits are those that the engine has now. Drives get others under Hardware and network interfaces under Network, also while the machine runs; the entropy device under Hardware, for the next start.</source>
        <translation>此处为引擎当前的限制。驱动器的限制在“硬件”中更改，网络接口的限制在“网络”中更改，虚拟机运行时也可以；熵设备的限制在“硬件”中更改，下次启动时生效。</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not known.</source>
        <translation>引擎的配置未知。</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not understood.</source>
        <translation>无法理解引擎的配置。</translation>
    </message>
    <message>
        <source>Nothing is limited</source>
        <translation>没有任何限制</translation>
    </message>
    <message>
        <source>No drive, network interface or entropy device of this machine has a rate limit. Set one under Hardware or Network.</source>
        <translation>此虚拟机的驱动器、网络接口和熵设备均无速率限制。请在“硬件”或“网络”中设置。</translation>
    </message>
    <message>
        <source>%1 The limits appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1虚拟机运行时，限制显示在此处。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LivePlot</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1（已暂停）</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>最近 1 分钟</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogModel</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>No level</source>
        <translation>无级别</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogsPage</name>
    <message>
        <source>Filter lines</source>
        <translation>筛选日志行</translation>
    </message>
    <message>
        <source>Filter lines by text</source>
        <translation>按文本筛选日志行</translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation>显示的最低严重程度</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>Info and worse</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Debug and worse</source>
        <translation>调试及以上</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>始终显示最新一行</translation>
    </message>
    <message>
        <source>&amp;Jump to end</source>
        <translation>跳到末尾(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>打开文件(&amp;O)</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Whole line</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>Select a line to read all of it here.</source>
        <translation>选择一行以在此阅读全文。</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>尚无日志</translation>
    </message>
    <message>
        <source>Select a machine to see its log.</source>
        <translation>选择一台虚拟机以查看其日志。</translation>
    </message>
    <message>
        <source>The log file was not opened.</source>
        <translation>未打开日志文件。</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>桌面没有可打开 %1 的程序。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>Select lines to copy first.</source>
        <translation>请先选择要复制的行。</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>There are no lines.</source>
        <translation>没有日志行。</translation>
    </message>
    <message>
        <source>Show the newest line and follow</source>
        <translation>显示最新一行并跟随</translation>
    </message>
    <message>
        <source>There is no log file yet.</source>
        <translation>尚无日志文件。</translation>
    </message>
    <message>
        <source>Open the file with the desktop&apos;s program for it</source>
        <translation>用桌面的默认程序打开文件</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>未选择虚拟机</translation>
    </message>
    <message>
        <source>The log level of this machine is “Off”: its engine writes no log.</source>
        <translation>此虚拟机的日志级别为“关闭”：其引擎不写日志。</translation>
    </message>
    <message>
        <source>The engine writes its log here once the machine is started.</source>
        <translation>虚拟机启动后，引擎会在此写入日志。</translation>
    </message>
    <message>
        <source>No line matches the filter (%1 in all).</source>
        <translation>没有符合筛选条件的行（共 %1 行）。</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Machine</name>
    <message>
        <source>What runs could not be recorded.</source>
        <translation>无法记录运行状态。</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>另一个管理器正在启动它。</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>虚拟机正在启动。</translation>
    </message>
    <message>
        <source>The machine is running already.</source>
        <translation>虚拟机已在运行。</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>虚拟机未运行。</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>虚拟机正在停止。</translation>
    </message>
    <message>
        <source>The engine does not answer. The machine can only be forced to stop.</source>
        <translation>引擎没有响应。只能强制停止虚拟机。</translation>
    </message>
    <message>
        <source>The machine is paused already.</source>
        <translation>虚拟机已经暂停。</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>虚拟机已暂停。</translation>
    </message>
    <message>
        <source>The machine is not paused.</source>
        <translation>虚拟机未暂停。</translation>
    </message>
    <message>
        <source>A change is being made.</source>
        <translation>正在进行更改。</translation>
    </message>
    <message>
        <source>The machine has to be stopped first.</source>
        <translation>必须先停止虚拟机。</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>未暂停“%1”。</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>未恢复“%1”。</translation>
    </message>
    <message>
        <source>Ctrl-Alt-Del was not sent to “%1”.</source>
        <translation>未向“%1”发送 Ctrl-Alt-Del。</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>未停止“%1”。</translation>
    </message>
    <message>
        <source>“%1” was not restarted.</source>
        <translation>未重新启动“%1”。</translation>
    </message>
    <message>
        <source>Resumed, so that the guest can power off</source>
        <translation>已恢复，以便客户机关机</translation>
    </message>
    <message>
        <source>Waiting for the guest to power off</source>
        <translation>正在等待客户机关机</translation>
    </message>
    <message>
        <source>“%1” could not be resumed to power off.</source>
        <translation>无法恢复“%1”以使其关机。</translation>
    </message>
    <message>
        <source>It is forced to stop when the time is over.</source>
        <translation>超时后将强制停止。</translation>
    </message>
    <message>
        <source>The guest of “%1” could not be asked to power off.</source>
        <translation>无法请求“%1”的客户机关机。</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>正在结束引擎</translation>
    </message>
    <message>
        <source>Stopping “%1” was not cancelled.</source>
        <translation>未能取消停止“%1”。</translation>
    </message>
    <message>
        <source>The engine is being ended already.</source>
        <translation>引擎已在结束中。</translation>
    </message>
    <message>
        <source>The machine is not being stopped.</source>
        <translation>虚拟机并未在停止。</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>未启动“%1”。</translation>
    </message>
    <message>
        <source>Another manager has started it.</source>
        <translation>它已由另一个管理器启动。</translation>
    </message>
    <message>
        <source>Its configuration has sections that this engine does not support: %1.</source>
        <translation>其配置中有此引擎不支持的部分：%1。</translation>
    </message>
    <message>
        <source>Remove them from the configuration.</source>
        <translation>请从配置中移除这些部分。</translation>
    </message>
    <message>
        <source>It has no kernel.</source>
        <translation>没有内核。</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>请选择内核。</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>另一个进程（%1）正在监听虚拟机的 API 套接字。</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>请结束该进程，然后重新启动虚拟机。</translation>
    </message>
    <message>
        <source>Waiting for the checks of this host</source>
        <translation>正在等待此宿主机的检查</translation>
    </message>
    <message>
        <source>The checks of this host did not end in time.</source>
        <translation>此宿主机的检查未及时完成。</translation>
    </message>
    <message>
        <source>Another manager is starting it, or %1 cannot be written to.</source>
        <translation>另一个管理器正在启动它，或无法写入 %1。</translation>
    </message>
    <message>
        <source>The engine’s process cannot be watched.</source>
        <translation>无法监视引擎的进程。</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>虚拟机已停止。</translation>
    </message>
    <message>
        <source>Could not start: %1</source>
        <translation>无法启动：%1</translation>
    </message>
    <message>
        <source>The drive “%1” was not changed.</source>
        <translation>未更改驱动器“%1”。</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>未更改“%1”。</translation>
    </message>
    <message>
        <source>The drive keeps its old settings. All other changes are saved.</source>
        <translation>驱动器保留原有设置。所有其他更改已保存。</translation>
    </message>
    <message>
        <source>The running machine was not changed.</source>
        <translation>未更改正在运行的虚拟机。</translation>
    </message>
    <message>
        <source>The engine ended meanwhile.</source>
        <translation>其间引擎已结束。</translation>
    </message>
    <message>
        <source>The changes are saved and hold from the next start on.</source>
        <translation>更改已保存，从下次启动起生效。</translation>
    </message>
    <message>
        <source>Attaching to the running engine</source>
        <translation>正在连接到运行中的引擎</translation>
    </message>
    <message>
        <source>Process %1 listens on the machine’s API socket, but %2 cannot be read.</source>
        <translation>进程 %1 正在监听虚拟机的 API 套接字，但无法读取 %2。</translation>
    </message>
    <message>
        <source>What ran could not be told: %1 was not readable.</source>
        <translation>无法判断运行状态：%1 不可读。</translation>
    </message>
    <message>
        <source>Could not start: the manager ended while it was starting the machine.</source>
        <translation>无法启动：管理器在启动虚拟机时结束。</translation>
    </message>
    <message>
        <source>Stopped unexpectedly: the host was restarted.</source>
        <translation>意外停止：宿主机已重新启动。</translation>
    </message>
    <message>
        <source>Stopped unexpectedly. %1</source>
        <translation>意外停止。%1</translation>
    </message>
    <message>
        <source>Stopped unexpectedly while no manager was running.</source>
        <translation>在没有管理器运行时意外停止。</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket; the engine is process %2.</source>
        <translation>另一个进程（%1）正在监听虚拟机的 API 套接字；引擎是进程 %2。</translation>
    </message>
    <message>
        <source>The engine ended while it was being started.</source>
        <translation>引擎在启动过程中结束。</translation>
    </message>
    <message>
        <source>It was forced to stop.</source>
        <translation>已强制停止。</translation>
    </message>
    <message>
        <source>It was stopped from elsewhere.</source>
        <translation>已从别处停止。</translation>
    </message>
    <message>
        <source>“%1” ended unexpectedly.</source>
        <translation>“%1”意外结束。</translation>
    </message>
    <message>
        <source>The engine ended by itself. Its exit status is not known, because another manager had started it.</source>
        <translation>引擎自行结束。由于它由另一个管理器启动，其退出状态未知。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>引擎没有响应。</translation>
    </message>
    <message>
        <source>The manager ended while it was starting the machine.</source>
        <translation>管理器在启动虚拟机时结束。</translation>
    </message>
    <message>
        <source>The network interface “%1” was not changed.</source>
        <translation>未更改网络接口“%1”。</translation>
    </message>
    <message>
        <source>The interface keeps its old limits.</source>
        <translation>接口保留原有限制。</translation>
    </message>
    <message>
        <source>It was stopped before it ran.</source>
        <translation>它在运行之前被停止。</translation>
    </message>
    <message>
        <source>%1 lies on another file system than the machine’s folder, and the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 与虚拟机文件夹不在同一文件系统，启动时创建的引擎隔离环境看不到它。</translation>
    </message>
    <message>
        <source>%1 lies where the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 所在位置在启动时创建的引擎隔离环境中不可见。</translation>
    </message>
    <message>
        <source>The drive keeps its old file.</source>
        <translation>磁盘保留原来的文件。</translation>
    </message>
    <message>
        <source>Stop the machine and make the change then, or move the file to the file system of the machine’s folder.</source>
        <translation>请停止虚拟机后再更改，或将文件移到虚拟机文件夹所在的文件系统。</translation>
    </message>
    <message>
        <source>Its jail cannot be made on this host. %1</source>
        <translation>无法在此主机上创建其隔离。%1</translation>
    </message>
    <message>
        <source>%1 Or let the machine run without a jail, on its Jail page.</source>
        <translation>%1 或者在其“隔离”页面让虚拟机不隔离运行。</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, and the machine is to run without one.</source>
        <translation>用户模式网络需要无 root 隔离，而该虚拟机设为不隔离运行。</translation>
    </message>
    <message>
        <source>The emulator has no user-mode network.</source>
        <translation>模拟器没有用户模式网络。</translation>
    </message>
    <message>
        <source>Choose the rootless jail on its Jail page, or a TAP device on its Network page.</source>
        <translation>请在其“隔离”页面选择无 root 隔离，或在“网络”页面选择 TAP 设备。</translation>
    </message>
    <message>
        <source>Remove the interface on the machine’s Network page.</source>
        <translation>请在虚拟机的“网络”页面移除该接口。</translation>
    </message>
    <message>
        <source>A user-mode network needs passt, which needs user namespaces of its own: it cannot be had in a jail by root’s leave.</source>
        <translation>用户模式网络需要 passt，而 passt 需要自己的用户命名空间：经 root 许可的隔离环境中无法使用。</translation>
    </message>
    <message>
        <source>Choose a TAP device on its Network page, or the rootless jail on its Jail page.</source>
        <translation>请在“网络”页面选择 TAP 设备，或在“隔离”页面选择无需 root 的隔离环境。</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way or was interrupted.</source>
        <translation>快照恢复正在进行或已被中断。</translation>
    </message>
    <message>
        <source>Try again in a moment: an interrupted one is undone by itself.</source>
        <translation>请稍后再试：被中断的恢复会自动撤销。</translation>
    </message>
    <message>
        <source>The engine was ended by signal %1 (%2).</source>
        <translation>引擎被信号 %1（%2）终止。</translation>
    </message>
    <message>
        <source>The guest has powered off or rebooted.</source>
        <translation>客户机已关机或重启。</translation>
    </message>
    <message>
        <source>The emulator’s helper machine failed.</source>
        <translation>模拟器的辅助虚拟机失败。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 148: a system call that is not allowed.</source>
        <translation>引擎已结束，退出代码 148：不允许的系统调用。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 149: memory of it could not be read or written.</source>
        <translation>引擎已结束，退出代码 149：无法读取或写入其内存。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 150: an invalid memory access.</source>
        <translation>引擎已结束，退出代码 150：无效的内存访问。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 153: it does not know its command line.</source>
        <translation>引擎已结束，退出代码 153：无法识别其命令行。</translation>
    </message>
    <message>
        <source>The engine ended with exit code %1.</source>
        <translation>引擎已结束，退出代码 %1。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineActions</name>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Export configuration…</source>
        <translation>导出配置…</translation>
    </message>
    <message>
        <source>Open directory</source>
        <translation>打开目录</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>未选择虚拟机。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and reason</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>state and size</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineListPanel</name>
    <message>
        <source>Search machines</source>
        <translation>搜索虚拟机</translation>
    </message>
    <message>
        <source>Looks at names, groups, tags and notes (Ctrl+F)</source>
        <translation>搜索名称、组、标签和备注 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter by state and tag</source>
        <translation>按状态和标签筛选</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>创建虚拟机…</translation>
    </message>
    <message>
        <source>Create a machine (Ctrl+N)</source>
        <translation>创建虚拟机 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配项</translation>
    </message>
    <message>
        <source>No machine matches the search and the filter.</source>
        <translation>没有符合搜索和筛选条件的虚拟机。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Filter by state and tag: on</source>
        <translation>按状态和标签筛选：已启用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %n machine(s)</source>
        <translation>
            <numerusform>组 %1，%n 台虚拟机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineStore</name>
    <message>
        <source>The machine was not copied.</source>
        <translation>未复制虚拟机。</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>该虚拟机已不存在。</translation>
    </message>
    <message>
        <source>“%1” was not copied.</source>
        <translation>未复制“%1”。</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>It is running, so its disks change while they are copied.</source>
        <translation>它正在运行，复制时其磁盘会发生变化。</translation>
    </message>
    <message>
        <source>Stop the machine first.</source>
        <translation>请先停止虚拟机。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Its disks are being copied.</source>
        <translation>正在复制其磁盘。</translation>
    </message>
    <message>
        <source>The machine was not deleted.</source>
        <translation>未删除虚拟机。</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>未删除“%1”。</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>它正在运行。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The machine was deleted meanwhile.</source>
        <translation>其间虚拟机已被删除。</translation>
    </message>
    <message>
        <source>The machine was not restored.</source>
        <translation>未还原虚拟机。</translation>
    </message>
    <message>
        <source>It is not in the trash any more.</source>
        <translation>它已不在回收站中。</translation>
    </message>
    <message>
        <source>It is still in the trash.</source>
        <translation>它仍在回收站中。</translation>
    </message>
    <message>
        <source>The machine was not deleted for good.</source>
        <translation>未永久删除虚拟机。</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>未导入 %1。</translation>
    </message>
    <message>
        <source>Choose a Firecracker configuration file (JSON).</source>
        <translation>请选择 Firecracker 配置文件（JSON）。</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>不是 JSON 文档：%1。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>It is not a machine&apos;s configuration: %1.</source>
        <translation>不是虚拟机配置：%1。</translation>
    </message>
    <message>
        <source>The section “%1” is kept, but this version cannot use it.</source>
        <translation>“%1”部分已保留，但此版本无法使用。</translation>
    </message>
    <message>
        <source>“%1” is not known to this version and was left out.</source>
        <translation>此版本无法识别“%1”，已将其略去。</translation>
    </message>
    <message>
        <source>Relative paths were taken from %1: %2.</source>
        <translation>相对路径已以 %1 为基准：%2。</translation>
    </message>
    <message>
        <source>“%1” was not exported to %2.</source>
        <translation>未将“%1”导出到 %2。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>The folder has no machine.json.</source>
        <translation>该文件夹中没有 machine.json。</translation>
    </message>
    <message>
        <source>It is the definition of machine %1 but lies in the folder of %2.</source>
        <translation>它是虚拟机 %1 的定义，却位于 %2 的文件夹中。</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is used up; changes by other programs may not be seen. Raise fs.inotify.max_user_watches.</source>
        <translation>系统可监视的文件夹数量已达上限，可能无法察觉其他程序所做的更改。请调高 fs.inotify.max_user_watches。</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>The settings of “%1” were not saved.</source>
        <translation>未保存“%1”的设置。</translation>
    </message>
    <message>
        <source>The file has its old content.</source>
        <translation>文件仍为原有内容。</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>无法创建文件夹。</translation>
    </message>
    <message>
        <source>The machine “%1” was not made.</source>
        <translation>未创建虚拟机“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no machine id.</source>
        <translation>“%1”不是虚拟机 ID。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Another program has changed %1 meanwhile.</source>
        <translation>其间另一个程序更改了 %1。</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>文件保持原样。</translation>
    </message>
    <message>
        <source>Look at the settings as they are now, then make your change again.</source>
        <translation>请查看当前设置，然后重新进行更改。</translation>
    </message>
    <message>
        <source>A machine must have a name.</source>
        <translation>虚拟机必须有名称。</translation>
    </message>
    <message>
        <source>The name is taken, or has surplus blanks.</source>
        <translation>名称已被使用，或含有多余的空格。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another disk for the machine, or delete it.</source>
        <translation>请为虚拟机选择其他磁盘，或删除虚拟机。</translation>
    </message>
    <message>
        <source>Its disk could not be made.</source>
        <translation>无法创建其磁盘。</translation>
    </message>
    <message>
        <source>Its disk is still being made.</source>
        <translation>其磁盘仍在创建中。</translation>
    </message>
    <message>
        <source>Another program is still making its disk.</source>
        <translation>另一个程序仍在创建其磁盘。</translation>
    </message>
    <message>
        <source>Making its disk was interrupted.</source>
        <translation>创建其磁盘时中断。</translation>
    </message>
    <message>
        <source>The vsock’s socket will lie in the machine’s folder instead of being %1.</source>
        <translation>vsock 的套接字将位于虚拟机的文件夹中，而不是 %1。</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way.</source>
        <translation>快照恢复正在进行。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineView</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Pages of the machine</source>
        <translation>虚拟机页面</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Force now</source>
        <translation>立即强制停止</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · emulated, slow</source>
        <comment>state and size</comment>
        <translation>%1 · 模拟，速度慢</translation>
    </message>
    <message numerus="yes">
        <source>The guest was asked to shut down. It will be forced in %n second(s).</source>
        <translation>
            <numerusform>已请求客户机关机。%n 秒后将强制停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration has changed. Some of it counts from the next start.</source>
        <translation>配置已更改。部分更改从下次启动起生效。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its key</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MainWindow</name>
    <message>
        <source>Sparkler</source>
        <translation>Sparkler</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>尚无虚拟机</translation>
    </message>
    <message>
        <source>Create a microVM from your own kernel and disk, or try the demo: a stock Debian kernel with a small root file system, ready in about a minute.</source>
        <translation>用自己的内核和磁盘创建 microVM，或试用演示：标准 Debian 内核和小型根文件系统，约一分钟即可就绪。</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>创建虚拟机…</translation>
    </message>
    <message>
        <source>Try the demo machine</source>
        <translation>试用演示虚拟机</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>未选择虚拟机</translation>
    </message>
    <message>
        <source>Select a machine in the list to see it, or several to start or stop them together.</source>
        <translation>在列表中选择一台虚拟机以查看，或选择多台以一起启动或停止。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Create machine…</source>
        <translation>创建虚拟机(&amp;C)…</translation>
    </message>
    <message>
        <source>Try the &amp;demo machine</source>
        <translation>试用演示虚拟机(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import configuration…</source>
        <translation>导入配置(&amp;I)…</translation>
    </message>
    <message>
        <source>De&amp;leted machines…</source>
        <translation>已删除的虚拟机(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Machines keep running.</source>
        <translation>虚拟机会继续运行。</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>虚拟机(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Search machines</source>
        <translation>搜索虚拟机(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the &amp;list</source>
        <translation>转到列表(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Sparkler</source>
        <translation>关于 Sparkler(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) selected</source>
        <translation>
            <numerusform>已选择 %n 台虚拟机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running. They go on when this window is closed.</source>
        <translation>
            <numerusform>%n 台虚拟机正在运行。关闭此窗口后它们会继续运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>导入 Firecracker 配置文件</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>配置文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The configuration was imported, with remarks.</source>
        <translation>配置已导入，但有需要注意之处。</translation>
    </message>
    <message>
        <source>Export as a Firecracker configuration file</source>
        <translation>导出为 Firecracker 配置文件</translation>
    </message>
    <message>
        <source>Configuration files (*.json)</source>
        <translation>配置文件 (*.json)</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were deleted.</source>
        <translation>
            <numerusform>已删除 %n 台虚拟机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Changes to the hardware of a machine are not applied. Close and lose them?</source>
        <translation>有虚拟机的硬件更改尚未应用。要关闭并放弃这些更改吗？</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MakeTapDialog</name>
    <message>
        <source>What will run</source>
        <translation>将执行的内容</translation>
    </message>
    <message>
        <source>In a terminal</source>
        <translation>在终端中</translation>
    </message>
    <message>
        <source>Make the device %1</source>
        <translation>创建设备 %1</translation>
    </message>
    <message>
        <source>Take the device %1 away</source>
        <translation>移除设备 %1</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>连接到</translation>
    </message>
    <message>
        <source>The &amp;host&apos;s network, behind its address (NAT)</source>
        <translation>宿主机的网络，使用宿主机地址 (NAT)(&amp;H)</translation>
    </message>
    <message>
        <source>A network of host and guest alone. The guest reaches what the host reaches; nobody reaches the guest from outside.</source>
        <translation>仅由宿主机和客户机组成的网络。客户机可访问宿主机能访问的一切；外部无法访问客户机。</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>网络(&amp;W)</translation>
    </message>
    <message>
        <source>Four addresses, of which the host gets the first and the guest the second.</source>
        <translation>四个地址，第一个归宿主机，第二个归客户机。</translation>
    </message>
    <message>
        <source>A &amp;bridge</source>
        <translation>网桥(&amp;B)</translation>
    </message>
    <message>
        <source>Machines on one bridge are in one network. It is made if it is not there.</source>
        <translation>同一网桥上的虚拟机处于同一网络。网桥不存在时会创建。</translation>
    </message>
    <message>
        <source>Na&amp;me of the bridge</source>
        <translation>网桥名称(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Nothing yet</source>
        <translation>暂不连接(&amp;N)</translation>
    </message>
    <message>
        <source>The device alone: you connect it yourself.</source>
        <translation>仅创建设备：由您自行连接。</translation>
    </message>
    <message>
        <source>These commands, as administrator, one after the other.</source>
        <translation>以管理员身份依次执行这些命令。</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>The script in full</source>
        <translation>完整脚本</translation>
    </message>
    <message>
        <source>Or type this instead of letting the manager run it.</source>
        <translation>也可以自行输入此命令，而不由管理器执行。</translation>
    </message>
    <message>
        <source>&amp;Run as administrator</source>
        <translation>以管理员身份运行(&amp;R)</translation>
    </message>
    <message>
        <source>The script network/make-tap of Sparkler&apos;s resources is missing.</source>
        <translation>缺少 Sparkler 资源中的脚本 network/make-tap。</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>This host has no pkexec to ask for the administrator&apos;s password. Use the command for a terminal.</source>
        <translation>此宿主机没有用于询问管理员密码的 pkexec。请在终端中使用该命令。</translation>
    </message>
    <message>
        <source>It would not work; see what is said above.</source>
        <translation>这样无法成功；请参阅上面的说明。</translation>
    </message>
    <message>
        <source>Make the network device %1</source>
        <translation>创建网络设备 %1</translation>
    </message>
    <message>
        <source>Take the network device %1 away</source>
        <translation>移除网络设备 %1</translation>
    </message>
    <message>
        <source>The device %1 was not made.</source>
        <translation>未创建设备 %1。</translation>
    </message>
    <message>
        <source>The device %1 is still there.</source>
        <translation>设备 %1 仍然存在。</translation>
    </message>
    <message>
        <source>Nothing was changed on this host.</source>
        <translation>此宿主机上未作任何更改。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MemoryView</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>客户机</translation>
    </message>
    <message>
        <source>Balloon target</source>
        <translation>气球目标</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>气球</translation>
    </message>
    <message>
        <source>QEMU, resident on the host</source>
        <translation>QEMU，宿主机上的常驻内存</translation>
    </message>
    <message>
        <source>Resident on the host</source>
        <translation>宿主机上的常驻内存</translation>
    </message>
    <message>
        <source>This machine runs emulated: its engine is inside a helper machine, and what the host holds is QEMU with all of that helper machine, which has more memory than the guest.</source>
        <translation>此虚拟机以模拟方式运行：其引擎位于辅助虚拟机中，宿主机占用的是 QEMU 及整个辅助虚拟机的内存，后者的内存多于客户机。</translation>
    </message>
    <message>
        <source>Resident is what the host holds for the engine&apos;s process; nearly all of it is memory that the guest has touched and the balloon has not given back.</source>
        <translation>常驻内存是宿主机为引擎进程保留的内存；其中几乎全部是客户机用过且气球尚未归还的内存。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MergeOperation</name>
    <message>
        <source>The snapshot was not made full.</source>
        <translation>未能将快照转为完整快照。</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>正在合并内存</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>尚无指标</translation>
    </message>
    <message>
        <source>Select a machine to see its metrics.</source>
        <translation>选择一台虚拟机以查看其指标。</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>图表(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;All counters</source>
        <translation>所有计数器(&amp;A)</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>未选择虚拟机</translation>
    </message>
    <message>
        <source>Waiting for the first sample</source>
        <translation>正在等待第一个样本</translation>
    </message>
    <message>
        <source>The engine is asked once a second.</source>
        <translation>每秒查询一次引擎。</translation>
    </message>
    <message>
        <source>%1 Metrics appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1虚拟机运行时，指标显示在此处。</translation>
    </message>
    <message>
        <source>%1 The plots end with its last run.</source>
        <translation>%1图表截至其上次运行。</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Parts of the metrics</source>
        <translation>指标的各部分</translation>
    </message>
    <message>
        <source>&amp;Memory and balloon</source>
        <translation>内存和气球(&amp;M)</translation>
    </message>
    <message>
        <source>Rate &amp;limits</source>
        <translation>速率限制(&amp;L)</translation>
    </message>
    <message>
        <source>Export metrics as CSV</source>
        <translation>将指标导出为 CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The metrics were written to %1.</source>
        <translation>指标已写入 %1。</translation>
    </message>
    <message>
        <source>The metrics were not written to %1: %2</source>
        <translation>指标未写入 %1：%2</translation>
    </message>
    <message>
        <source>The metrics are on the clipboard.</source>
        <translation>指标已复制到剪贴板。</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>尚无可导出的内容。</translation>
    </message>
    <message>
        <source>The metrics are being written.</source>
        <translation>正在写入指标。</translation>
    </message>
    <message>
        <source>Write what is in sight to a file (Ctrl+Shift+E)</source>
        <translation>将当前显示的内容写入文件 (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Copy what is in sight to the clipboard (Ctrl+Shift+C)</source>
        <translation>将当前显示的内容复制到剪贴板 (Ctrl+Shift+C)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsDataCard</name>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>What the machine starts with: an object. A running machine gets it by the buttons below.</source>
        <translation>虚拟机启动时的元数据：一个对象。正在运行的虚拟机通过下方按钮获得。</translation>
    </message>
    <message>
        <source>Metadata (JSON)</source>
        <translation>元数据 (JSON)</translation>
    </message>
    <message>
        <source>Nothing. For instance: { &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</source>
        <translation>无。例如：{ &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</translation>
    </message>
    <message>
        <source>Metadata as a tree</source>
        <translation>元数据树</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式化(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Get from the machine</source>
        <translation>从虚拟机获取(&amp;G)</translation>
    </message>
    <message>
        <source>P&amp;ut into the machine</source>
        <translation>写入虚拟机(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Patch the machine&apos;s</source>
        <translation>修补虚拟机的元数据(&amp;P)</translation>
    </message>
    <message>
        <source>Line 1, column 1: the metadata has to be an object, { … }.</source>
        <translation>第 1 行，第 1 列：元数据必须是对象 { … }。</translation>
    </message>
    <message>
        <source>%1 of %2 bytes, without spaces</source>
        <translation>%1 / %2 字节，不含空格</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>没有可发送的文本。</translation>
    </message>
    <message>
        <source>Indents the text</source>
        <translation>缩进文本</translation>
    </message>
    <message>
        <source>Shows what the running machine&apos;s service has now</source>
        <translation>显示正在运行的虚拟机的服务当前的内容</translation>
    </message>
    <message>
        <source>Replaces what the running machine&apos;s service has by this text</source>
        <translation>用此文本替换正在运行的虚拟机的服务的内容</translation>
    </message>
    <message>
        <source>Merges this text into what the running machine&apos;s service has; null takes a name away</source>
        <translation>将此文本合并到正在运行的虚拟机的服务的内容中；null 会移除相应名称</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsGuestCard</name>
    <message>
        <source>As the guest sees it</source>
        <translation>客户机所见</translation>
    </message>
    <message>
        <source>The service is off: the guest gets no answer.</source>
        <translation>服务已关闭：客户机得不到应答。</translation>
    </message>
    <message>
        <source>Commands for the guest</source>
        <translation>供客户机使用的命令</translation>
    </message>
    <message>
        <source>Worked out here from the text above, with the rules of the engine&apos;s service; the guest is not asked.</source>
        <translation>此处根据上面的文本按引擎服务的规则得出；不会查询客户机。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>有令牌</translation>
    </message>
    <message>
        <source>Without a token</source>
        <translation>无令牌</translation>
    </message>
    <message>
        <source>With an expired token</source>
        <translation>令牌已过期</translation>
    </message>
    <message>
        <source>Seconds that a token is to live</source>
        <translation>令牌的有效秒数</translation>
    </message>
    <message>
        <source>A token for (&amp;seconds)</source>
        <translation>令牌有效期（秒）(&amp;S)</translation>
    </message>
    <message>
        <source>Pa&amp;th</source>
        <translation>路径(&amp;T)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Accept: application/json</source>
        <translation>Accept: application/json</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>应答：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>status and type</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>status and answer</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>To try it in the guest: the first line gets a token, which lives for 300 seconds; the second shows it in the header X-metadata-token and asks for the path. The guest needs a route to the address: ip route add %1 dev eth0.</source>
        <translation>在客户机中试用：第一行获取令牌，有效期为 300 秒；第二行在标头 X-metadata-token 中出示令牌并请求该路径。客户机需要到该地址的路由：ip route add %1 dev eth0。</translation>
    </message>
    <message>
        <source>To try it in the guest. It needs a route to the address: ip route add %1 dev eth0.</source>
        <translation>在客户机中试用。需要到该地址的路由：ip route add %1 dev eth0。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsPage</name>
    <message>
        <source>No machine is selected.</source>
        <translation>未选择虚拟机。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>引擎没有响应。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待应答…</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>虚拟机正在运行：此处的更改在下次启动时生效。</translation>
    </message>
    <message>
        <source>This is what the machine&apos;s service has.</source>
        <translation>这是虚拟机的服务当前的内容。</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is merged with this text.</source>
        <translation>虚拟机的元数据已与此文本合并。</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is this text now.</source>
        <translation>虚拟机的元数据现为此文本。</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata stays as it was.</source>
        <translation>虚拟机的元数据保持不变。</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsServiceForm</name>
    <message>
        <source>Metadata service</source>
        <translation>元数据服务</translation>
    </message>
    <message>
        <source>The guest can &amp;ask for metadata at an address of its network</source>
        <translation>客户机可以通过其网络中的一个地址查询元数据(&amp;A)</translation>
    </message>
    <message>
        <source>Plain text even for those who ask for &amp;JSON, as EC2 does</source>
        <translation>即使请求 JSON 也返回纯文本，与 EC2 相同(&amp;J)</translation>
    </message>
    <message>
        <source>Version 2: with a token</source>
        <translation>版本 2：需要令牌</translation>
    </message>
    <message>
        <source>Version 1: without (deprecated)</source>
        <translation>版本 1：无需令牌（已弃用）</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>接口 %1</translation>
    </message>
    <message>
        <source>The machine has no network interface. Add one on the network page first.</source>
        <translation>虚拟机没有网络接口。请先在网络页面添加。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::NetworkPage</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The machine runs: rate limits change at once, everything else at the next start.</source>
        <translation>虚拟机正在运行：速率限制立即更改，其他更改在下次启动时生效。</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around it has no network devices of this host, so a start with network interfaces fails.</source>
        <translation>虚拟机以模拟方式运行：其外层的辅助虚拟机没有此宿主机的网络设备，因此带有网络接口时会启动失败。</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>接口“%1”：%2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” are what they were.</source>
        <translation>“%1”的速率限制保持不变。</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>“%1”的速率限制立即生效。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, which the machine is not to have: choose it on the Jail page, or a start fails.</source>
        <translation>用户模式网络需要无 root 隔离，而该虚拟机未启用：请在“隔离”页面选择，否则启动会失败。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>未选择虚拟机</translation>
    </message>
    <message>
        <source>Select a machine, or create one.</source>
        <translation>选择一台虚拟机，或创建新的虚拟机。</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation>引导参数</translation>
    </message>
    <message>
        <source>Copy path: %1</source>
        <translation>复制路径：%1</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>打开文件夹：%1</translation>
    </message>
    <message>
        <source>Files and sockets</source>
        <translation>文件和套接字</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>API socket</source>
        <translation>API 套接字</translation>
    </message>
    <message>
        <source>Console socket</source>
        <translation>控制台套接字</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>无组</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>What this machine is for</source>
        <translation>此虚拟机的用途</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Saved when you leave the field.</source>
        <translation>离开此字段时保存。</translation>
    </message>
    <message numerus="yes">
        <source>of %n vCPU(s)</source>
        <comment>processor use</comment>
        <translation>
            <numerusform>共 %n 个 vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>resident, helper machine included</source>
        <translation>常驻，含辅助虚拟机</translation>
    </message>
    <message>
        <source>resident, of %1 for the guest</source>
        <translation>常驻内存，客户机共 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Emulated: works without KVM, many times slower</source>
        <translation>模拟：无需 KVM 即可运行，但慢很多倍</translation>
    </message>
    <message>
        <source>Local KVM: this host&apos;s processor</source>
        <translation>本地 KVM：此宿主机的处理器</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚未知</translation>
    </message>
    <message>
        <source>Known when the machine runs</source>
        <translation>虚拟机运行时可知</translation>
    </message>
    <message>
        <source>The engine&apos;s default</source>
        <translation>引擎的默认值</translation>
    </message>
    <message>
        <source>This machine has no drives. Add one under Hardware.</source>
        <translation>此虚拟机没有驱动器。请在“硬件”中添加。</translation>
    </message>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>Sparkler %1, API %2</source>
        <translation>Sparkler %1，API %2</translation>
    </message>
    <message>
        <source>The folder was not opened.</source>
        <translation>未打开文件夹。</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>桌面没有可打开 %1 的程序。</translation>
    </message>
    <message>
        <source>There is no folder %1 yet.</source>
        <translation>尚无文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PathField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>浏览 %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotControls</name>
    <message>
        <source>Last minute</source>
        <translation>最近 1 分钟</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Time shown in the plots</source>
        <translation>图表显示的时间范围</translation>
    </message>
    <message>
        <source>Resume plots</source>
        <translation>恢复图表</translation>
    </message>
    <message>
        <source>Pause plots</source>
        <translation>暂停图表</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotPlan</name>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Flush</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Port in</source>
        <translation>端口输入</translation>
    </message>
    <message>
        <source>Port out</source>
        <translation>端口输出</translation>
    </message>
    <message>
        <source>MMIO read</source>
        <translation>MMIO 读取</translation>
    </message>
    <message>
        <source>MMIO write</source>
        <translation>MMIO 写入</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>来自客户机</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>到客户机</translation>
    </message>
    <message>
        <source>all drives</source>
        <translation>所有驱动器</translation>
    </message>
    <message>
        <source>all interfaces</source>
        <translation>所有接口</translation>
    </message>
    <message>
        <source>Drive throughput, %1</source>
        <translation>驱动器吞吐量，%1</translation>
    </message>
    <message>
        <source>Drive operations, %1</source>
        <translation>驱动器操作数，%1</translation>
    </message>
    <message>
        <source>Network throughput, %1</source>
        <translation>网络吞吐量，%1</translation>
    </message>
    <message>
        <source>Network packets, %1</source>
        <translation>网络数据包，%1</translation>
    </message>
    <message>
        <source>Held back by rate limiters</source>
        <translation>被速率限制器推迟</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>vCPU exits</source>
        <translation>vCPU 退出</translation>
    </message>
    <message>
        <source>Serial console</source>
        <translation>串行控制台</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>已触发</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>Latency, average</source>
        <translation>平均延迟</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>被推迟</translation>
    </message>
    <message>
        <source>By rate limiter</source>
        <translation>因速率限制器</translation>
    </message>
    <message>
        <source>By full I/O queue</source>
        <translation>因 I/O 队列已满</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Latency of sending, average</source>
        <translation>平均发送延迟</translation>
    </message>
    <message>
        <source>TAP write</source>
        <translation>TAP 写入</translation>
    </message>
    <message>
        <source>No guest buffer</source>
        <translation>客户机无缓冲区</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>已切断</translation>
    </message>
    <message>
        <source>Inflating and deflating</source>
        <translation>充气和放气</translation>
    </message>
    <message>
        <source>Inflate</source>
        <translation>充气</translation>
    </message>
    <message>
        <source>Deflate</source>
        <translation>放气</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Given back to the host</source>
        <translation>已归还给宿主机</translation>
    </message>
    <message>
        <source>By reporting</source>
        <translation>通过报告</translation>
    </message>
    <message>
        <source>By hinting</source>
        <translation>通过提示</translation>
    </message>
    <message>
        <source>Random data</source>
        <translation>随机数据</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Time for an exit, average</source>
        <translation>平均每次退出的时间</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>每秒字节数</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Time taken per second</source>
        <translation>每秒所用时间</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>每秒事件数</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotScale</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotsView</name>
    <message>
        <source>Plots</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>Plots of</source>
        <translation>图表内容</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Chosen counters</source>
        <translation>所选计数器</translation>
    </message>
    <message>
        <source>Those that are ticked under “All counters”</source>
        <translation>在“所有计数器”中勾选的计数器</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Engine process</source>
        <translation>引擎进程</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>常驻内存</translation>
    </message>
    <message>
        <source>now %1 on average</source>
        <translation>当前平均 %1</translation>
    </message>
    <message>
        <source>since the start %1</source>
        <translation>启动以来 %1</translation>
    </message>
    <message>
        <source>shortest %1, longest %2</source>
        <translation>最短 %1，最长 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Failures were counted: %1</source>
        <translation>记录到失败：%1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ProofCard</name>
    <message>
        <source>proven from /proc</source>
        <translation>已由 /proc 证实</translation>
    </message>
    <message>
        <source>weaker than promised</source>
        <translation>弱于承诺</translation>
    </message>
    <message>
        <source>promised, but /proc does not tell</source>
        <translation>已承诺，但 /proc 未告知</translation>
    </message>
    <message>
        <source>note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RateLimiterEditor</name>
    <message>
        <source>Limit bandwidth</source>
        <translation>限制带宽</translation>
    </message>
    <message>
        <source>Limit operations</source>
        <translation>限制操作数</translation>
    </message>
    <message>
        <source>Edit token buckets directly</source>
        <translation>直接编辑令牌桶</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Readiness</name>
    <message>
        <source>You may not use /dev/kvm.</source>
        <translation>您无权使用 /dev/kvm。</translation>
    </message>
    <message>
        <source>Join the group “kvm”, then log out and in again.</source>
        <translation>请加入“kvm”组，然后注销并重新登录。</translation>
    </message>
    <message>
        <source>Switch on virtualisation in the firmware (VT-x or AMD-V), or nested virtualisation if this host is a virtual machine itself. Without it machines run emulated, slowly.</source>
        <translation>请在固件中启用虚拟化（VT-x 或 AMD-V）；如果此宿主机本身是虚拟机，请启用嵌套虚拟化。否则虚拟机将以模拟方式运行，速度慢。</translation>
    </message>
    <message>
        <source>Machines can run emulated instead, slowly.</source>
        <translation>虚拟机可改以模拟方式运行，但速度慢。</translation>
    </message>
    <message>
        <source>KVM can run stock kernels.</source>
        <translation>KVM 可以运行标准内核。</translation>
    </message>
    <message numerus="yes">
        <source>KVM did not answer within %n second(s).</source>
        <translation>
            <numerusform>KVM 在 %n 秒内没有响应。</numerusform>
        </translation>
    </message>
    <message>
        <source>KVM is there, but cannot run a stock kernel: %1</source>
        <translation>KVM 存在，但无法运行标准内核：%1</translation>
    </message>
    <message>
        <source>KVM cannot be used: %1</source>
        <translation>无法使用 KVM：%1</translation>
    </message>
    <message>
        <source>Whether KVM works could not be found out: sparkler-kvm-probe failed. %1</source>
        <translation>无法确定 KVM 是否可用：sparkler-kvm-probe 失败。%1</translation>
    </message>
    <message>
        <source>There is no /dev/kvm on this host.</source>
        <translation>此宿主机上没有 /dev/kvm。</translation>
    </message>
    <message>
        <source>KVM is there. Whether it can run stock kernels is not known: sparkler-kvm-probe was not found.</source>
        <translation>KVM 存在。能否运行标准内核未知：未找到 sparkler-kvm-probe。</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine.</source>
        <translation>请完整安装 Sparkler，或选择引擎。</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>未找到程序 sparkler-engine。</translation>
    </message>
    <message>
        <source>Version %1, API level %2: %3</source>
        <translation>版本 %1，API 级别 %2：%3</translation>
    </message>
    <message>
        <source>%1 is Firecracker %2, not Sparkler’s engine: machines have no console here.</source>
        <translation>%1 是 Firecracker %2，不是 Sparkler 的引擎：虚拟机在此没有控制台。</translation>
    </message>
    <message>
        <source>%1 does not run: %2</source>
        <translation>%1 无法运行：%2</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>已找到：%1</translation>
    </message>
    <message>
        <source>The free space for %1 is not known.</source>
        <translation>%1 的可用空间未知。</translation>
    </message>
    <message>
        <source>Only %1 are free for machines in %2.</source>
        <translation>%2 中仅有 %1 可供虚拟机使用。</translation>
    </message>
    <message>
        <source>%1 are free for machines.</source>
        <translation>%1 可供虚拟机使用。</translation>
    </message>
    <message>
        <source>Free some space, or set XDG_DATA_HOME to a folder on a larger disk.</source>
        <translation>请释放一些空间，或将 XDG_DATA_HOME 设为更大磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The paths of the sockets are short enough.</source>
        <translation>套接字路径足够短。</translation>
    </message>
    <message numerus="yes">
        <source>The paths of the machines’ sockets in %1 are %n byte(s) too long for the system.</source>
        <translation>
            <numerusform>%1 中虚拟机的套接字路径超出系统限制 %n 字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>请将 XDG_DATA_HOME 设为路径较短的文件夹。</translation>
    </message>
    <message>
        <source>Machines can run emulated.</source>
        <translation>虚拟机可以模拟方式运行。</translation>
    </message>
    <message>
        <source>The program qemu-system-x86_64 was not found.</source>
        <translation>未找到程序 qemu-system-x86_64。</translation>
    </message>
    <message>
        <source>Sparkler’s emulator was not found.</source>
        <translation>未找到 Sparkler 的模拟器。</translation>
    </message>
    <message>
        <source>Install QEMU to run machines without KVM.</source>
        <translation>请安装 QEMU 以在没有 KVM 的情况下运行虚拟机。</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>请完整安装 Sparkler。</translation>
    </message>
    <message>
        <source>Not needed, since KVM can be used.</source>
        <translation>无需使用，因为 KVM 可用。</translation>
    </message>
    <message>
        <source>Hardware virtualisation</source>
        <translation>硬件虚拟化</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Jailer</source>
        <translation>Jailer</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>Socket paths</source>
        <translation>套接字路径</translation>
    </message>
    <message>
        <source>Emulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>未找到程序 sparkler-jailer。</translation>
    </message>
    <message>
        <source>%1 is no program.</source>
        <translation>%1 不是程序。</translation>
    </message>
    <message>
        <source>The program passt was not found; machines can have no user-mode network.</source>
        <translation>未找到程序 passt；虚拟机不能使用用户模式网络。</translation>
    </message>
    <message>
        <source>Install passt.</source>
        <translation>请安装 passt。</translation>
    </message>
    <message>
        <source>User namespaces</source>
        <translation>用户命名空间</translation>
    </message>
    <message>
        <source>User-mode network</source>
        <translation>用户模式网络</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>控制组</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ReadinessStrip</name>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation>打开设置…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveOperation</name>
    <message>
        <source>The snapshot was not removed.</source>
        <translation>快照未删除。</translation>
    </message>
    <message>
        <source>Making a diff full (%1 of %2)</source>
        <translation>正在将差异转为完整快照（%1/%2）</translation>
    </message>
    <message>
        <source>All snapshots are still there.</source>
        <translation>所有快照仍然存在。</translation>
    </message>
    <message>
        <source>The snapshots are being removed.</source>
        <translation>正在删除快照。</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在删除</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveSnapshotDialog</name>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>No other snapshot needs it. Machines that were made from it stay: they have copies of their own.</source>
        <translation>没有其他快照需要它。由它创建的虚拟机会保留：它们有自己的副本。</translation>
    </message>
    <message>
        <source>These diffs are of no use without it: %1.</source>
        <comment>names of snapshots</comment>
        <translation>没有它，以下差异快照将无法使用：%1。</translation>
    </message>
    <message>
        <source>What becomes of them</source>
        <translation>如何处理它们</translation>
    </message>
    <message>
        <source>&amp;Keep them: make them full first</source>
        <translation>保留：先转为完整快照(&amp;K)</translation>
    </message>
    <message>
        <source>Their memory is put together. That takes time and space.</source>
        <translation>将合并它们的内存。这需要时间和空间。</translation>
    </message>
    <message>
        <source>Delete &amp;them, too</source>
        <translation>一并删除(&amp;T)</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>将执行的操作</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a snapshot</comment>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>snapshots</comment>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of snapshots</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Made full first: %1.</source>
        <comment>names of snapshots</comment>
        <translation>先转为完整快照：%1。</translation>
    </message>
    <message>
        <source>Deleted: %1.</source>
        <comment>names of snapshots</comment>
        <translation>将删除：%1。</translation>
    </message>
    <message>
        <source>This frees %1 at most, and cannot be undone.</source>
        <comment>size</comment>
        <translation>最多可释放 %1，且无法撤销。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RequestForm</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Body (JSON)</source>
        <translation>正文 (JSON)</translation>
    </message>
    <message>
        <source>A path begins with “/”.</source>
        <translation>路径以“/”开头。</translation>
    </message>
    <message>
        <source>A path holds no blanks and only ASCII characters.</source>
        <translation>路径不含空格，且只能使用 ASCII 字符。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待应答…</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Return)</source>
        <translation>发送请求 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>JSON body, or nothing</source>
        <translation>JSON 正文，或留空</translation>
    </message>
    <message>
        <source>GET requests have no body.</source>
        <translation>GET 请求没有正文。</translation>
    </message>
    <message>
        <source>The request goes straight to the engine. What it changes is not written to the machine&apos;s definition.</source>
        <translation>请求直接发送到引擎。它所作的更改不会写入虚拟机的定义。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ResourcesForm</name>
    <message>
        <source>Processors and memory</source>
        <translation>处理器和内存</translation>
    </message>
    <message>
        <source>Virtual &amp;CPUs</source>
        <translation>虚拟 CPU(&amp;C)</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Mem&amp;ory</source>
        <translation>内存(&amp;O)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>2 MiB, reserved on the host</source>
        <translation>2 MiB，在宿主机上预留</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Hu&amp;ge pages</source>
        <translation>大页(&amp;G)</translation>
    </message>
    <message>
        <source>H&amp;yper-threading: the guest sees two threads a core</source>
        <translation>超线程：客户机的每个核心有两个线程(&amp;Y)</translation>
    </message>
    <message>
        <source>Track &amp;written pages, for incremental snapshots</source>
        <translation>跟踪已写入的页，用于增量快照(&amp;W)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreOperation</name>
    <message>
        <source>“%1” was not restored.</source>
        <translation>“%1”未恢复。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Preparing memory and drives</source>
        <translation>正在准备内存和驱动器</translation>
    </message>
    <message>
        <source>The machine is being started from the snapshot.</source>
        <translation>虚拟机正在从快照启动。</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>虚拟机在此期间被删除。</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>正在结束引擎</translation>
    </message>
    <message>
        <source>Putting the drives back</source>
        <translation>正在还原驱动器</translation>
    </message>
    <message>
        <source>Its drives and settings are as before, and it is stopped.</source>
        <translation>其驱动器和设置与之前相同，且已停止。</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>正在加载快照</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>正在完成</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>另一个管理器正在启动它。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreSnapshotDialog</name>
    <message>
        <source>Restore “%1”</source>
        <translation>恢复“%1”</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>The machine goes back to “%1” of %2: its memory, its devices, its drives and its settings. Its name, group, tags and notes stay.</source>
        <translation>虚拟机将回到 %2 的“%1”：包括内存、设备、驱动器和设置。名称、分组、标签和备注保持不变。</translation>
    </message>
    <message>
        <source>Take a snapshot of the &amp;present state first</source>
        <translation>先为当前状态拍摄快照(&amp;P)</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on afterwards</source>
        <translation>之后让客户机继续运行(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Note which memory the guest touches first</source>
        <translation>记录客户机最先访问的内存(&amp;N)</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>将丢失的内容</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>在此主机上</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>以后恢复此快照时会成批读取这些内存，速度更快。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Looking whether it can be restored here…</source>
        <translation>正在检查能否在此恢复…</translation>
    </message>
    <message>
        <source>• %1</source>
        <comment>one of several sentences</comment>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Processor, engine and files fit.</source>
        <translation>处理器、引擎和文件均符合要求。</translation>
    </message>
    <message>
        <source>It cannot be restored as things are; see what is said above.</source>
        <translation>目前无法恢复；请参阅上面的说明。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Runner</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>无法启动引擎。</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>未找到程序 sparkler-engine。</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine in the settings.</source>
        <translation>请完整安装 Sparkler，或在设置中选择引擎。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SerialForm</name>
    <message>
        <source>Serial port</source>
        <translation>串行端口</translation>
    </message>
    <message>
        <source>Keep or &amp;slow down the serial port&apos;s output</source>
        <translation>保留或减慢串行端口的输出(&amp;S)</translation>
    </message>
    <message>
        <source>File of the serial port</source>
        <translation>串行端口文件</translation>
    </message>
    <message>
        <source>Limit output</source>
        <translation>限制输出</translation>
    </message>
    <message>
        <source>The engine&apos;s standard output</source>
        <translation>引擎的标准输出</translation>
    </message>
    <message>
        <source>A file in the machine&apos;s folder</source>
        <translation>虚拟机文件夹中的文件</translation>
    </message>
    <message>
        <source>A file or named pipe of yours</source>
        <translation>您的文件或命名管道</translation>
    </message>
    <message>
        <source>&amp;Output goes to</source>
        <translation>输出到(&amp;O)</translation>
    </message>
    <message>
        <source>The console page shows it all the same.</source>
        <translation>控制台页面仍会显示输出。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File or named pipe</source>
        <translation>文件或命名管道</translation>
    </message>
    <message>
        <source>F&amp;ile or pipe</source>
        <translation>文件或管道(&amp;I)</translation>
    </message>
    <message>
        <source>It has to be there. A pipe needs a reader.</source>
        <translation>必须已存在。管道需要有读取方。</translation>
    </message>
    <message>
        <source>What a guest prints faster than this waits.</source>
        <translation>客户机输出超过此速度时，超出部分会等待。</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>请输入从根文件夹开始的完整路径。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>这是文件夹。</translation>
    </message>
    <message>
        <source>You may not write to this file.</source>
        <translation>您无权写入此文件。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SettingsDialog</name>
    <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>This file is not a program.</source>
        <translation>此文件不是程序。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Engine program</source>
        <translation>引擎程序</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Counts from the next start of Sparkler.</source>
        <translation>下次启动 Sparkler 时生效。</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>&amp;Time to shut down</source>
        <translation>关机等待时间(&amp;T)</translation>
    </message>
    <message>
        <source>A guest that has not ended by then is stopped by force.</source>
        <translation>届时仍未结束的客户机将被强制停止。</translation>
    </message>
    <message>
        <source>&amp;Engine program</source>
        <translation>引擎程序(&amp;E)</translation>
    </message>
    <message>
        <source>Leave empty to use the one that came with Sparkler. Counts from the next start.</source>
        <translation>留空则使用 Sparkler 自带的引擎。下次启动时生效。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>此计算机</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is checked and what was found</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Console: copy, paste</source>
        <translation>控制台：复制、粘贴</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C, Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+C、Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Console: search</source>
        <translation>控制台：搜索</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Console: leave with the keyboard</source>
        <translation>控制台：用键盘离开</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Tab</source>
        <translation>Ctrl+Shift+Tab</translation>
    </message>
    <message>
        <source>Console: text size</source>
        <translation>控制台：文本大小</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+-, Ctrl+0</source>
        <translation>Ctrl++、Ctrl+-、Ctrl+0</translation>
    </message>
    <message>
        <source>Plot: move the crosshair, pause</source>
        <translation>图表：移动十字线、暂停</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>左方向键、右方向键、空格键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Metrics: export as CSV, copy as CSV</source>
        <translation>指标：导出为 CSV、复制为 CSV</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E, Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+E、Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Metrics: search the counters</source>
        <translation>指标：搜索计数器</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Snapshots: take one, rename, delete</source>
        <translation>快照：拍摄、重命名、删除</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S, F2, Delete</source>
        <translation>Ctrl+Shift+S、F2、Delete</translation>
    </message>
    <message>
        <source>Snapshots: search</source>
        <translation>快照：搜索</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDetails</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>快照名称</translation>
    </message>
    <message>
        <source>Saved when you leave the field</source>
        <translation>离开此字段时保存</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Guest stood still</source>
        <translation>客户机暂停</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>被需要于</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The console at that moment</source>
        <translation>当时的控制台</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time and kind of snapshot</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>It was paused already</source>
        <translation>此前已暂停</translation>
    </message>
    <message>
        <source>%1 (state %2)</source>
        <comment>size on disk</comment>
        <translation>%1（状态 %2）</translation>
    </message>
    <message>
        <source>%1 RAM · %2</source>
        <comment>memory and processors</comment>
        <translation>%1 内存 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n 个 vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>A start of the machine</source>
        <translation>虚拟机的一次启动</translation>
    </message>
    <message>
        <source>No other snapshot</source>
        <translation>没有其他快照</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of snapshots</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Not verified in this session</source>
        <translation>本次会话中未校验</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>驱动器“%1”</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size of a drive, and how it was copied</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>It can be restored here: processor, engine and files fit.</source>
        <translation>可以在此恢复：处理器、引擎和文件均符合要求。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDialog</name>
    <message>
        <source>Try it &amp;nevertheless: the guest may crash, or not go on at all</source>
        <translation>仍然尝试(&amp;N)：客户机可能崩溃，或根本无法继续</translation>
    </message>
    <message>
        <source>Decide first whether to take the risk that is told above.</source>
        <translation>请先决定是否接受上述风险。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotLibrary</name>
    <message>
        <source>Name and note were not changed.</source>
        <translation>名称和备注未更改。</translation>
    </message>
    <message>
        <source>A name has between 1 and %1 characters.</source>
        <translation>名称长度须为 1 到 %1 个字符。</translation>
    </message>
    <message>
        <source>A note has %1 characters at most.</source>
        <translation>备注最多 %1 个字符。</translation>
    </message>
    <message>
        <source>The machine’s snapshots are still being read.</source>
        <translation>仍在读取虚拟机的快照。</translation>
    </message>
    <message>
        <source>Another task works on the machine’s snapshots: %1.</source>
        <translation>另一个任务正在处理此虚拟机的快照：%1。</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>该快照已不存在。</translation>
    </message>
    <message>
        <source>Its memory is not whole: a snapshot that it is a diff of is missing or damaged.</source>
        <translation>其内存不完整：它所依据的某个快照缺失或已损坏。</translation>
    </message>
    <message>
        <source>Only a machine that runs or is paused can be snapshotted.</source>
        <translation>只能为正在运行或已暂停的虚拟机拍摄快照。</translation>
    </message>
    <message>
        <source>The drive “%1” cannot be copied: %2 is not a regular file.</source>
        <translation>无法复制驱动器“%1”：%2 不是普通文件。</translation>
    </message>
    <message>
        <source>A diff has what has changed since a snapshot that this engine made or was started from, and there is none. Make a full one first.</source>
        <translation>差异快照保存自本引擎所拍摄或启动所用快照以来的更改，而目前没有这样的快照。请先拍摄完整快照。</translation>
    </message>
    <message>
        <source>With huge pages a diff needs the machine’s setting “track dirty pages”.</source>
        <translation>使用大页时，差异快照需要启用虚拟机的“跟踪脏页”设置。</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>该虚拟机已不存在。</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>虚拟机正在启动。</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>虚拟机正在停止。</translation>
    </message>
    <message>
        <source>It is full already.</source>
        <translation>它已经是完整快照。</translation>
    </message>
    <message numerus="yes">
        <source>%n diff(s) need it.</source>
        <translation>
            <numerusform>有 %n 个差异快照需要它。</numerusform>
        </translation>
    </message>
    <message>
        <source>The memory of “%1” cannot be put together.</source>
        <translation>无法合并“%1”的内存。</translation>
    </message>
    <message>
        <source>A task works on it: %1.</source>
        <translation>有任务正在处理它：%1。</translation>
    </message>
    <message>
        <source>Snapshot of “%1”</source>
        <translation>“%1”的快照</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>恢复“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Start %n machine(s) from “%1”</source>
        <translation>
            <numerusform>从“%1”启动 %n 台虚拟机</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a snapshot</source>
        <translation>删除快照</translation>
    </message>
    <message>
        <source>Make a snapshot full</source>
        <translation>将快照转为完整快照</translation>
    </message>
    <message>
        <source>Export a snapshot</source>
        <translation>导出快照</translation>
    </message>
    <message>
        <source>Another import is under way.</source>
        <translation>另一个导入正在进行。</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Verify a snapshot</source>
        <translation>校验快照</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotTreeModel</name>
    <message>
        <source>You are here</source>
        <translation>当前位置</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and kind</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a snapshot or machine, and what it comes from</comment>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>驱动器</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotsPage</name>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No snapshot or machine has all of these words and is of this kind.</source>
        <translation>没有快照或虚拟机同时包含所有这些词且属于此类型。</translation>
    </message>
    <message>
        <source>No snapshots yet</source>
        <translation>还没有快照</translation>
    </message>
    <message>
        <source>Take snapshot…</source>
        <translation>拍摄快照…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>&amp;Take snapshot…</source>
        <translation>拍摄快照(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;New machine…</source>
        <translation>新建虚拟机(&amp;N)…</translation>
    </message>
    <message>
        <source>Start &amp;clones…</source>
        <translation>启动克隆(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>Make &amp;full</source>
        <translation>转为完整快照(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>重命名(&amp;M)</translation>
    </message>
    <message>
        <source>Go to the machine</source>
        <translation>转到该虚拟机</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>搜索名称和备注</translation>
    </message>
    <message>
        <source>Search snapshots</source>
        <translation>搜索快照</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Full snapshots</source>
        <translation>完整快照</translation>
    </message>
    <message>
        <source>Diffs</source>
        <translation>差异快照</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Damaged ones</source>
        <translation>已损坏的</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>未选择虚拟机</translation>
    </message>
    <message>
        <source>Reading the snapshots…</source>
        <translation>正在读取快照…</translation>
    </message>
    <message>
        <source>A snapshot keeps a machine&apos;s memory, devices and drives as they are at one moment. Go back to it whenever you like, or start any number of machines that go on from there within milliseconds.</source>
        <translation>快照会保存虚拟机在某一时刻的内存、设备和驱动器。您可以随时回到该时刻，也可以启动任意多台虚拟机，在几毫秒内从那里继续运行。</translation>
    </message>
    <message>
        <source>This machine was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>此虚拟机由“%2”的“%1”创建。</translation>
    </message>
    <message>
        <source>Select a machine to see its snapshots.</source>
        <translation>选择一台虚拟机以查看其快照。</translation>
    </message>
    <message>
        <source>This snapshot is damaged and cannot be restored.</source>
        <translation>此快照已损坏，无法恢复。</translation>
    </message>
    <message>
        <source>It takes %1 on disk.</source>
        <translation>占用磁盘空间 %1。</translation>
    </message>
    <message>
        <source>The machine: %1.</source>
        <comment>its state</comment>
        <translation>虚拟机状态：%1。</translation>
    </message>
    <message>
        <source>It comes from no snapshot that is here.</source>
        <translation>它不是来自此处的任何快照。</translation>
    </message>
    <message>
        <source>It comes from “%1”, which was taken or restored last.</source>
        <translation>它来自最近一次拍摄或恢复的“%1”。</translation>
    </message>
    <message>
        <source>It was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>它由“%2”的“%1”创建。</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>当前位置</translation>
    </message>
    <message>
        <source>A machine of its own that was made from this snapshot.</source>
        <translation>由此快照创建的独立虚拟机。</translation>
    </message>
    <message>
        <source>It is in this state: %1.</source>
        <translation>其状态：%1。</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>未选择虚拟机。</translation>
    </message>
    <message>
        <source>Select a snapshot first.</source>
        <translation>请先选择一个快照。</translation>
    </message>
    <message>
        <source>It is damaged: %1</source>
        <translation>已损坏：%1</translation>
    </message>
    <message>
        <source>Something is being done with the machine&apos;s snapshots already.</source>
        <translation>正在处理此虚拟机的快照。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and keys</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Snapshot archives (*.tar.zst);;All files (*)</source>
        <translation>快照归档 (*.tar.zst);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“%1” is full now and needs no other one.</source>
        <translation>“%1”现在是完整快照，不再需要其他快照。</translation>
    </message>
    <message>
        <source>Snapshot of %1</source>
        <comment>time</comment>
        <translation>%1 的快照</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest stood still for %2.</source>
        <comment>snapshot and duration</comment>
        <translation>已拍摄“%1”。客户机暂停了 %2。</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest is still paused.</source>
        <translation>已拍摄“%1”。客户机仍处于暂停状态。</translation>
    </message>
    <message>
        <source>The machine is back at “%1” and goes on from there.</source>
        <translation>虚拟机已回到“%1”并从那里继续运行。</translation>
    </message>
    <message>
        <source>The machine is back at “%1”, paused.</source>
        <translation>虚拟机已回到“%1”，处于暂停状态。</translation>
    </message>
    <message>
        <source>Before going back to “%1”</source>
        <translation>回到“%1”之前</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <comment>machine</comment>
        <translation>%1 克隆</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) made from the snapshot.</source>
        <translation>
            <numerusform>已由快照创建 %n 台虚拟机。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>The snapshot is exported to %1.</source>
        <translation>快照已导出到 %1。</translation>
    </message>
    <message>
        <source>Import a snapshot</source>
        <translation>导入快照</translation>
    </message>
    <message>
        <source>The machine “%1” is imported with its snapshot.</source>
        <translation>已导入虚拟机“%1”及其快照。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Sparkline</name>
    <message>
        <source>Latest value %1</source>
        <translation>最新值 %1</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无值</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StartSequence</name>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Preparing files</source>
        <translation>正在准备文件</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>正在启动引擎</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>无法启动引擎。</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s).</source>
        <translation>
            <numerusform>它在 %n 秒内没有响应。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>另一个进程（%1）正在监听虚拟机的 API 套接字。</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>请结束该进程，然后重新启动虚拟机。</translation>
    </message>
    <message>
        <source>Configuring the engine</source>
        <translation>正在配置引擎</translation>
    </message>
    <message>
        <source>The machine could not be configured.</source>
        <translation>无法配置虚拟机。</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>正在加载快照</translation>
    </message>
    <message>
        <source>The snapshot could not be loaded.</source>
        <translation>无法加载快照。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StateCard</name>
    <message>
        <source>The engine runs in a helper machine that is computed, not accelerated: everything works, many times slower.</source>
        <translation>引擎在以计算方式模拟、没有硬件加速的辅助虚拟机中运行：一切可用，但慢很多倍。</translation>
    </message>
    <message>
        <source>The engine runs on this host&apos;s processor through KVM.</source>
        <translation>引擎通过 KVM 在此宿主机的处理器上运行。</translation>
    </message>
    <message>
        <source>Up for %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TagEditor</name>
    <message>
        <source>Add tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Press to remove</source>
        <translation>按下以移除</translation>
    </message>
    <message>
        <source>Remove tag %1</source>
        <translation>移除标签 %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TakeSnapshotDialog</name>
    <message>
        <source>Take a snapshot</source>
        <translation>拍摄快照</translation>
    </message>
    <message>
        <source>&amp;Take snapshot</source>
        <translation>拍摄快照(&amp;T)</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stands still while its memory is written and its drives are copied, and goes on afterwards.</source>
        <translation>保存当前的内存、设备和驱动器。写出内存和复制驱动器期间客户机会暂停，之后继续运行。</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stays paused.</source>
        <translation>保存当前的内存、设备和驱动器。客户机保持暂停。</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Full: the whole memory</source>
        <translation>完整：全部内存(&amp;F)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Can be restored by itself.</source>
        <translation>可单独恢复。</translation>
    </message>
    <message>
        <source>&amp;Diff: only what has changed</source>
        <translation>差异：仅已更改的部分(&amp;D)</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without the snapshot that it comes from.</source>
        <translation>更小更快；但没有它所依据的快照就无法使用。</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without “%1”, which it comes from.</source>
        <translation>更小更快；但没有它所依据的“%1”就无法使用。</translation>
    </message>
    <message>
        <source>Drives and space</source>
        <translation>驱动器与空间</translation>
    </message>
    <message>
        <source>%1: its file is missing</source>
        <translation>%1：文件缺失</translation>
    </message>
    <message>
        <source>%1: read-only, is not copied</source>
        <comment>drive</comment>
        <translation>%1：只读，不复制</translation>
    </message>
    <message>
        <source>%1: copied by reflink, shares its blocks and needs no space now</source>
        <comment>drive</comment>
        <translation>%1：通过 reflink 复制，共享数据块，目前不占用空间</translation>
    </message>
    <message>
        <source>%1: copied with its holes, needs %2</source>
        <comment>drive and size</comment>
        <translation>%1：保留空洞复制，需要 %2</translation>
    </message>
    <message>
        <source>Looking at the drives…</source>
        <translation>正在检查驱动器…</translation>
    </message>
    <message>
        <source>The machine has no drives.</source>
        <translation>此虚拟机没有驱动器。</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory, usually far less</source>
        <comment>size</comment>
        <translation>内存最多需要 %1，通常少得多</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory</source>
        <comment>size</comment>
        <translation>内存最多需要 %1</translation>
    </message>
    <message>
        <source>%1, and %2 for the drives</source>
        <comment>what the memory needs, and a size</comment>
        <translation>%1，驱动器需要 %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2 are free.</source>
        <comment>what is needed, and a size</comment>
        <translation>%1。可用空间 %2。</translation>
    </message>
    <message>
        <source>There is not enough space for the drives. Free some first.</source>
        <translation>空间不足以复制驱动器。请先释放一些空间。</translation>
    </message>
    <message>
        <source>The space may not be enough. Free some first.</source>
        <translation>空间可能不足。请先释放一些空间。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskPanel</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成项</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskRow</name>
    <message>
        <source>Copy the error report</source>
        <translation>复制错误报告</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button and task</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSearchBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配项</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配项</translation>
    </message>
    <message>
        <source>Find in terminal</source>
        <translation>在终端中查找</translation>
    </message>
    <message>
        <source>Return finds the match before, Shift+Return the next one. Esc closes.</source>
        <translation>按 Return 查找上一个匹配项，按 Shift+Return 查找下一个匹配项。按 Esc 关闭。</translation>
    </message>
    <message>
        <source>Search result</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Started again from the other end</source>
        <translation>已从另一端重新开始</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSurface</name>
    <message numerus="yes">
        <source>%n byte(s) of output left out</source>
        <translation>
            <numerusform>略去了 %n 字节的输出</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalView</name>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Tab goes to the guest. Ctrl+Shift+Tab leaves the terminal.</source>
        <translation>Tab 键发送到客户机。Ctrl+Shift+Tab 离开终端。</translation>
    </message>
    <message>
        <source>Terminal history</source>
        <translation>终端历史</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>Clear &amp;scrollback</source>
        <translation>清空回滚内容(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;log…</source>
        <translation>保存日志(&amp;L)…</translation>
    </message>
    <message>
        <source>Terminal menu</source>
        <translation>终端菜单</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalWidget</name>
    <message>
        <source>The log could not be saved to %1: %2. Choose another place.</source>
        <translation>无法将日志保存到 %1：%2。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TokenBucketEditor</name>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source> ops/s</source>
        <translation> ops/s</translation>
    </message>
    <message>
        <source>%1: rate</source>
        <translation>%1：速率</translation>
    </message>
    <message>
        <source> ops</source>
        <translation> ops</translation>
    </message>
    <message>
        <source>%1: one-time burst</source>
        <translation>%1：一次性突发量</translation>
    </message>
    <message>
        <source>%1: size in tokens</source>
        <translation>%1：令牌容量</translation>
    </message>
    <message>
        <source>%1: refill time in milliseconds</source>
        <translation>%1：补充时间（毫秒）</translation>
    </message>
    <message>
        <source>%1: one-time burst in tokens</source>
        <translation>%1：一次性突发量（令牌）</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Limit to</source>
        <translation>限制为</translation>
    </message>
    <message>
        <source>one-time burst</source>
        <translation>一次性突发量</translation>
    </message>
    <message>
        <source>Size (tokens)</source>
        <translation>容量（令牌）</translation>
    </message>
    <message>
        <source>Refill time (ms)</source>
        <translation>补充时间 (ms)</translation>
    </message>
    <message>
        <source>One-time burst</source>
        <translation>一次性突发量</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms</source>
        <translation>容量 %1 个令牌，补充时间 %2 ms</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms, one-time burst %3</source>
        <translation>容量 %1 个令牌，补充时间 %2 ms，一次性突发量 %3</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>%1 on average, %2 on top once</source>
        <translation>平均 %1，另有一次性额外 %2</translation>
    </message>
    <message>
        <source>Enter a rate above 0, or switch the limit off.</source>
        <translation>请输入大于 0 的速率，或关闭此限制。</translation>
    </message>
    <message>
        <source>Enter whole numbers from 0 to 18446744073709551615.</source>
        <translation>请输入 0 到 18446744073709551615 之间的整数。</translation>
    </message>
    <message>
        <source>With a size or refill time of 0 there is no limit.</source>
        <translation>容量或补充时间为 0 时没有限制。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TrashDialog</name>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Deleted machines</source>
        <translation>已删除的虚拟机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>占用磁盘大小</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>永久删除</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) and their disks will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>将永久删除 %n 台虚拟机及其磁盘。此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted machines keep their disks until they are deleted permanently.</source>
        <translation>已删除的虚拟机会保留其磁盘，直到被永久删除。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::UserNetworkCard</name>
    <message>
        <source>User-mode network</source>
        <translation>用户模式网络</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>用于客户机地址的内核参数</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>用于客户机地址的命令</translation>
    </message>
    <message>
        <source>Addresses of the forwarded ports</source>
        <translation>已转发端口的地址</translation>
    </message>
    <message>
        <source>passt, a program of this host&apos;s, carries the guest&apos;s connections as your own: no root, no bridge, no TAP device. The guest reaches what you reach; it is reached through forwarded ports only.</source>
        <translation>本主机上的程序 passt 将客户机的连接作为您自己的连接转发：无需 root、网桥或 TAP 设备。您能访问的，客户机也能访问；外界只能通过转发的端口访问客户机。</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has.</source>
        <translation>通过 DHCP，客户机获得与本主机相同的地址。</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has: %1.</source>
        <translation>通过 DHCP，客户机获得与本主机相同的地址：%1。</translation>
    </message>
    <message>
        <source>The boot arguments say how the guest gets its address: %1.</source>
        <translation>启动参数指定了客户机如何获得地址：%1。</translation>
    </message>
    <message>
        <source>Add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>将第一行加入启动参数，或在客户机中输入其余各行。</translation>
    </message>
    <message>
        <source>No port is forwarded: edit the interface to add some.</source>
        <translation>没有转发端口：请编辑接口进行添加。</translation>
    </message>
    <message>
        <source>While it runs, this machine is reached at:</source>
        <translation>运行时，可通过以下地址访问此虚拟机：</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerificationDialog</name>
    <message>
        <source>Do not restore it: the guest would go on with other memory or drives than it had. If there is an archive of it, import that.</source>
        <translation>请勿恢复：客户机将以与原来不同的内存或驱动器继续运行。如果有它的归档，请导入该归档。</translation>
    </message>
    <message>
        <source>Files of “%1”</source>
        <translation>“%1”的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Files of the snapshot</source>
        <translation>快照的文件</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerifyOperation</name>
    <message>
        <source>The snapshot is not as it was made.</source>
        <translation>快照与创建时不同。</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>该快照已不存在。</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Remove it, or put the files back from a copy.</source>
        <translation>请删除它，或从副本中放回文件。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VsockForm</name>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>Programs of host and guest can &amp;connect without a network</source>
        <translation>宿主机和客户机的程序无需网络即可连接(&amp;C)</translation>
    </message>
    <message>
        <source>Socket of the vsock</source>
        <translation>vsock 的套接字</translation>
    </message>
    <message>
        <source>Commands for a connection to the guest</source>
        <translation>连接到客户机的命令</translation>
    </message>
    <message>
        <source>Commands for a connection from the guest</source>
        <translation>从客户机连接的命令</translation>
    </message>
    <message>
        <source>Guest&apos;s context I&amp;D</source>
        <translation>客户机的上下文 ID(&amp;D)</translation>
    </message>
    <message>
        <source>The guest&apos;s own address, 3 or more. Every machine may have the same.</source>
        <translation>客户机自己的地址，3 或更大。各虚拟机可以使用相同的值。</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>To port %1 of the guest. CONNECT and the port are sent first and answered with OK and a number; then both ends are connected.</source>
        <translation>连接到客户机的端口 %1。先发送 CONNECT 和端口号，应答为 OK 和一个数字；之后两端即连接。</translation>
    </message>
    <message>
        <source>From the guest to port %1 of the host</source>
        <translation>从客户机连接到宿主机的端口 %1</translation>
    </message>
    <message>
        <source>in the guest</source>
        <comment>before a command</comment>
        <translation>在客户机中</translation>
    </message>
    <message>
        <source>on this host</source>
        <comment>before a command</comment>
        <translation>在此宿主机上</translation>
    </message>
    <message>
        <source>The machine runs emulated: its sockets are inside of the helper machine, out of this host&apos;s reach.</source>
        <translation>虚拟机以模拟方式运行：其套接字位于辅助虚拟机内，此宿主机无法访问。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Workspace</name>
    <message>
        <source>Create demo machine</source>
        <translation>创建演示虚拟机</translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>创建“%1”</translation>
    </message>
</context>
</TS>
