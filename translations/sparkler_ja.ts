<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sparkler</source>
        <translation>Sparkler について</translation>
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
        <translation>KVM microVM を作成し、実行し、監視します。

エンジン: %1
Qt: %2
ライセンス: Apache-2.0</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>AssetLibrary</name>
    <message>
        <source>It is an ELF file for another processor than x86-64.</source>
        <translation>x86-64 以外のプロセッサー用の ELF ファイルです。</translation>
    </message>
    <message>
        <source>It is an ELF file, but not one that can be started.</source>
        <translation>ELF ファイルですが、起動できるものではありません。</translation>
    </message>
    <message>
        <source>It is a program, not a kernel.</source>
        <translation>カーネルではなくプログラムです。</translation>
    </message>
    <message>
        <source>ELF kernel, x86-64</source>
        <translation>ELF カーネル、x86-64</translation>
    </message>
    <message>
        <source>It is a kernel of a kind that is too old (zImage).</source>
        <translation>古すぎる形式のカーネル (zImage) です。</translation>
    </message>
    <message>
        <source>It is a kernel for another processor than x86-64.</source>
        <translation>x86-64 以外のプロセッサー用のカーネルです。</translation>
    </message>
    <message>
        <source>It is neither an ELF kernel (vmlinux) nor a bzImage.</source>
        <translation>ELF カーネル (vmlinux) でも bzImage でもありません。</translation>
    </message>
    <message>
        <source>It is neither a cpio archive nor compressed in a way that kernels know.</source>
        <translation>cpio アーカイブではなく、カーネルが扱える圧縮形式でもありません。</translation>
    </message>
    <message>
        <source>cpio archive</source>
        <translation>cpio アーカイブ</translation>
    </message>
    <message>
        <source>compressed archive (%1)</source>
        <translation>圧縮アーカイブ (%1)</translation>
    </message>
    <message>
        <source>It is a %1 image. Convert it to a raw image first (qemu-img convert -O raw).</source>
        <translation>%1 イメージです。先に raw イメージに変換してください (qemu-img convert -O raw)。</translation>
    </message>
    <message>
        <source>partitioned disk</source>
        <translation>パーティション分割されたディスク</translation>
    </message>
    <message>
        <source>It is compressed (%1). Unpack it first.</source>
        <translation>圧縮されています (%1)。先に展開してください。</translation>
    </message>
    <message>
        <source>It holds no file system that is known here, and no partitions.</source>
        <translation>既知のファイルシステムもパーティションも含まれていません。</translation>
    </message>
</context>
<context>
    <name>ConfigDiff</name>
    <message>
        <source>Virtual CPUs: %1 instead of %2</source>
        <translation>仮想 CPU: %2 から %1 に変更</translation>
    </message>
    <message>
        <source>Memory: %1 MiB instead of %2 MiB</source>
        <translation>メモリ: %2 MiB から %1 MiB に変更</translation>
    </message>
    <message>
        <source>Hyper-threading</source>
        <translation>ハイパースレッディング</translation>
    </message>
    <message>
        <source>Tracking of dirty pages</source>
        <translation>ダーティページの追跡</translation>
    </message>
    <message>
        <source>Huge pages</source>
        <translation>ヒュージページ</translation>
    </message>
    <message>
        <source>CPU template</source>
        <translation>CPU テンプレート</translation>
    </message>
    <message>
        <source>Drive “%1”: added</source>
        <translation>ドライブ「%1」: 追加</translation>
    </message>
    <message>
        <source>Drive “%1”: file</source>
        <translation>ドライブ「%1」: ファイル</translation>
    </message>
    <message>
        <source>Drive “%1”: rate limits</source>
        <translation>ドライブ「%1」: レート制限</translation>
    </message>
    <message>
        <source>Drive “%1”: read-only</source>
        <translation>ドライブ「%1」: 読み取り専用</translation>
    </message>
    <message>
        <source>Drive “%1”: root device</source>
        <translation>ドライブ「%1」: ルートデバイス</translation>
    </message>
    <message>
        <source>Drive “%1”: cache</source>
        <translation>ドライブ「%1」: キャッシュ</translation>
    </message>
    <message>
        <source>Drive “%1”: I/O engine</source>
        <translation>ドライブ「%1」: I/O エンジン</translation>
    </message>
    <message>
        <source>Drive “%1”: removed</source>
        <translation>ドライブ「%1」: 削除</translation>
    </message>
    <message>
        <source>Order of the drives</source>
        <translation>ドライブの順序</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>初期 RAM ディスク</translation>
    </message>
    <message>
        <source>Kernel arguments</source>
        <translation>カーネル引数</translation>
    </message>
    <message>
        <source>Further sections of the configuration</source>
        <translation>構成のその他のセクション</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>ログレベル</translation>
    </message>
    <message>
        <source>Network interface “%1”: added</source>
        <translation>ネットワークインターフェイス「%1」: 追加</translation>
    </message>
    <message>
        <source>Network interface “%1”: host device</source>
        <translation>ネットワークインターフェイス「%1」: ホストデバイス</translation>
    </message>
    <message>
        <source>Network interface “%1”: MAC address</source>
        <translation>ネットワークインターフェイス「%1」: MAC アドレス</translation>
    </message>
    <message>
        <source>Network interface “%1”: MTU</source>
        <translation>ネットワークインターフェイス「%1」: MTU</translation>
    </message>
    <message>
        <source>Network interface “%1”: rate limits</source>
        <translation>ネットワークインターフェイス「%1」: レート制限</translation>
    </message>
    <message>
        <source>Network interface “%1”: removed</source>
        <translation>ネットワークインターフェイス「%1」: 削除</translation>
    </message>
    <message>
        <source>Order of the network interfaces</source>
        <translation>ネットワークインターフェイスの順序</translation>
    </message>
    <message>
        <source>Metadata service</source>
        <translation>メタデータサービス</translation>
    </message>
    <message>
        <source>Metadata that the machine starts with</source>
        <translation>マシンの起動時のメタデータ</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>vsock</translation>
    </message>
    <message>
        <source>Memory balloon</source>
        <translation>メモリバルーン</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>エントロピーデバイス</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>シリアルポート</translation>
    </message>
    <message>
        <source>Network interface “%1”: kind of network</source>
        <translation>ネットワークインターフェース「%1」: ネットワークの種類</translation>
    </message>
    <message>
        <source>Network interface “%1”: port forwards</source>
        <translation>ネットワークインターフェース「%1」: ポート転送</translation>
    </message>
</context>
<context>
    <name>ConfigRules</name>
    <message>
        <source>%1 The engine: “%2”</source>
        <translation>%1エンジンのメッセージ: 「%2」</translation>
    </message>
    <message>
        <source>A machine has 1 to %1 vCPUs.</source>
        <translation>マシンの vCPU は 1～%1 個です。</translation>
    </message>
    <message>
        <source>With hyper-threading the number of vCPUs must be 1 or even.</source>
        <translation>ハイパースレッディングを使う場合、vCPU の数は 1 または偶数でなければなりません。</translation>
    </message>
    <message>
        <source>A machine needs memory.</source>
        <translation>マシンにはメモリが必要です。</translation>
    </message>
    <message>
        <source>With huge pages of 2 MiB the memory must be a multiple of them.</source>
        <translation>2 MiB のヒュージページを使う場合、メモリはその倍数でなければなりません。</translation>
    </message>
    <message>
        <source>Boot arguments are plain ASCII on one line.</source>
        <translation>ブート引数は 1 行の ASCII 文字で指定します。</translation>
    </message>
    <message>
        <source>Boot arguments have at most %1 characters.</source>
        <translation>ブート引数は最大 %1 文字です。</translation>
    </message>
    <message>
        <source>A drive needs an ID.</source>
        <translation>ドライブには ID が必要です。</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>使えるのは英数字とアンダースコアだけです。</translation>
    </message>
    <message>
        <source>Another drive has this ID.</source>
        <translation>この ID は別のドライブが使っています。</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>カーネルを選択してください。</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>ファイルを選択してください。</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>ルートフォルダーからの完全なパスを指定してください。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>これはフォルダーです。</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>このファイルを読み取る権限がありません。</translation>
    </message>
    <message>
        <source>You may not write to this file. Attach it read-only, or choose another.</source>
        <translation>このファイルに書き込む権限がありません。読み取り専用で接続するか、別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>The size is no multiple of 512 bytes: the guest will not see the end of the file.</source>
        <translation>サイズが 512 バイトの倍数ではありません。ゲストからはファイルの末尾が見えません。</translation>
    </message>
    <message>
        <source>Only one drive can be the root device.</source>
        <translation>ルートデバイスにできるドライブは 1 つだけです。</translation>
    </message>
</context>
<context>
    <name>CpuTemplateText</name>
    <message>
        <source>a template is an object, { … }</source>
        <translation>テンプレートはオブジェクト { … } です</translation>
    </message>
    <message>
        <source>the template has %1 bytes without spaces, and at most %2 fit into a request</source>
        <translation>テンプレートは空白を除いて %1 バイトですが、要求に収まるのは最大 %2 バイトです</translation>
    </message>
    <message>
        <source>“%1” is not known here; kvm_capabilities, cpuid_modifiers and msr_modifiers are</source>
        <translation>ここでは「%1」は使えません。使えるのは kvm_capabilities、cpuid_modifiers、msr_modifiers です</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>「%1」が二重にあります</translation>
    </message>
    <message>
        <source>a list is expected, [ … ]</source>
        <translation>リスト [ … ] が必要です</translation>
    </message>
    <message>
        <source>a list has at most %1 changes</source>
        <translation>リストの変更は最大 %1 件です</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>「%1」がありません</translation>
    </message>
    <message>
        <source>an object is expected, { … }</source>
        <translation>オブジェクト { … } が必要です</translation>
    </message>
    <message>
        <source>a capability is a text with its number, like &quot;171&quot; or &quot;!171&quot;</source>
        <translation>機能は &quot;171&quot; や &quot;!171&quot; のような番号の文字列です</translation>
    </message>
    <message>
        <source>a capability is a decimal number of 32 bits, with ! in front when it need not be there</source>
        <translation>機能は 32 ビットの 10 進数で、なくてもよいものは先頭に ! を付けます</translation>
    </message>
    <message>
        <source>flags are a number without quotes: 0, or 1 for a leaf with sub-leaves</source>
        <translation>flags は引用符なしの数です: 0、サブリーフのあるリーフでは 1</translation>
    </message>
    <message>
        <source>a register is one of &quot;eax&quot;, &quot;ebx&quot;, &quot;ecx&quot; and &quot;edx&quot;</source>
        <translation>レジスターは &quot;eax&quot;、&quot;ebx&quot;、&quot;ecx&quot;、&quot;edx&quot; のいずれかです</translation>
    </message>
    <message>
        <source>a number in quotes is expected, with 0x or 0b in front</source>
        <translation>先頭に 0x か 0b を付けた、引用符付きの数が必要です</translation>
    </message>
    <message>
        <source>this is no number of 32 bits</source>
        <translation>32 ビットの数ではありません</translation>
    </message>
    <message>
        <source>bits are a text, like &quot;0b01xx&quot;</source>
        <translation>ビットは &quot;0b01xx&quot; のような文字列です</translation>
    </message>
    <message>
        <source>a bit is 0, 1 or x (as on the host), not “%1”</source>
        <translation>ビットは 0、1、x（ホストのまま）のいずれかで、「%1」は使えません</translation>
    </message>
    <message>
        <source>the register has %1 bits, and here are %2</source>
        <translation>レジスターは %1 ビットですが、ここには %2 ビットあります</translation>
    </message>
</context>
<context>
    <name>DeviceRules</name>
    <message>
        <source>A network interface needs an ID.</source>
        <translation>ネットワークインターフェイスには ID が必要です。</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>使えるのは英数字とアンダースコアだけです。</translation>
    </message>
    <message>
        <source>Another network interface has this ID.</source>
        <translation>この ID は別のネットワークインターフェイスが使っています。</translation>
    </message>
    <message>
        <source>Name the TAP device of the host.</source>
        <translation>ホストの TAP デバイスの名前を指定してください。</translation>
    </message>
    <message>
        <source>A device&apos;s name has at most %1 bytes.</source>
        <translation>デバイスの名前は最大 %1 バイトです。</translation>
    </message>
    <message>
        <source>A device&apos;s name has no spaces, slashes, colons or percent signs.</source>
        <translation>デバイスの名前に空白、スラッシュ、コロン、パーセント記号は使えません。</translation>
    </message>
    <message>
        <source>A MAC address is six pairs of hexadecimal digits, like 06:00:AC:10:00:02.</source>
        <translation>MAC アドレスは 06:00:AC:10:00:02 のように、2 桁の 16 進数 6 組で指定します。</translation>
    </message>
    <message>
        <source>Another interface of this machine has this address.</source>
        <translation>このアドレスは、このマシンの別のインターフェイスが使っています。</translation>
    </message>
    <message>
        <source>The MTU is %1 to %2 bytes.</source>
        <translation>MTU は %1～%2 バイトです。</translation>
    </message>
    <message>
        <source>Another interface of this machine uses the host device %1; a device serves one interface.</source>
        <translation>ホストデバイス %1 は、このマシンの別のインターフェイスが使っています。1 つのデバイスは 1 つのインターフェイスにしか使えません。</translation>
    </message>
    <message>
        <source>This is no IPv4 address.</source>
        <translation>IPv4 アドレスではありません。</translation>
    </message>
    <message>
        <source>The address lies between 169.254.1.0 and 169.254.254.255.</source>
        <translation>アドレスは 169.254.1.0 から 169.254.254.255 の間です。</translation>
    </message>
    <message>
        <source>Choose a network interface on which the guest reaches the metadata.</source>
        <translation>ゲストがメタデータにアクセスするネットワークインターフェイスを選択してください。</translation>
    </message>
    <message>
        <source>The machine has no network interface “%1”.</source>
        <translation>マシンにネットワークインターフェイス「%1」がありません。</translation>
    </message>
    <message>
        <source>The metadata has %1 bytes without spaces; at most %2 fit.</source>
        <translation>メタデータは空白を除いて %1 バイトあります。最大は %2 バイトです。</translation>
    </message>
    <message>
        <source>A guest&apos;s context ID is %1 to %2; 0 to 2 belong to the host.</source>
        <translation>ゲストのコンテキスト ID は %1～%2 です。0～2 はホスト用です。</translation>
    </message>
    <message>
        <source>The balloon cannot take more than the machine&apos;s memory, %1 MiB.</source>
        <translation>バルーンは、マシンのメモリ (%1 MiB) より多くは回収できません。</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>ネットワークインターフェイス「%1」: %2</translation>
    </message>
    <message>
        <source>Metadata service: %1</source>
        <translation>メタデータサービス: %1</translation>
    </message>
    <message>
        <source>Vsock: %1</source>
        <translation>vsock: %1</translation>
    </message>
    <message>
        <source>A machine can have one interface with a user-mode network for now.</source>
        <translation>今のところ、ユーザーモードネットワークのインターフェースはマシンごとに 1 つだけです。</translation>
    </message>
    <message>
        <source>An interface with a user-mode network has to be the machine&apos;s only one for now.</source>
        <translation>今のところ、ユーザーモードネットワークのインターフェースはマシンの唯一のインターフェースでなければなりません。</translation>
    </message>
    <message>
        <source>“%1” is no IPv4 address: 127.0.0.1 is for this host alone, 0.0.0.0 for all that reach it.</source>
        <translation>「%1」は IPv4 アドレスではありません。127.0.0.1 はこのホスト専用、0.0.0.0 はホストに届くすべての相手用です。</translation>
    </message>
    <message>
        <source>Ports are 1 to 65535.</source>
        <translation>ポートは 1 から 65535 です。</translation>
    </message>
    <message>
        <source>Port %1 of the host is forwarded twice.</source>
        <translation>ホストのポート %1 が二重に転送されています。</translation>
    </message>
</context>
<context>
    <name>DiskWork</name>
    <message>
        <source>Only ext4 file systems can be made.</source>
        <translation>作成できるのは ext4 ファイルシステムだけです。</translation>
    </message>
    <message>
        <source>The size must be between %1 and %2.</source>
        <translation>サイズは %1 から %2 の間でなければなりません。</translation>
    </message>
    <message>
        <source>The size must be a multiple of 512 bytes.</source>
        <translation>サイズは 512 バイトの倍数でなければなりません。</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>別の名前またはフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 は通常のファイルではありません。</translation>
    </message>
    <message>
        <source>The copy of %1 cannot be smaller than it is.</source>
        <translation>%1 のコピーを元より小さくすることはできません。</translation>
    </message>
    <message>
        <source>There is no program %1 here.</source>
        <translation>プログラム %1 がありません。</translation>
    </message>
    <message>
        <source>Install the package e2fsprogs.</source>
        <translation>パッケージ e2fsprogs をインストールしてください。</translation>
    </message>
    <message>
        <source>Making the file system</source>
        <translation>ファイルシステムを作成中</translation>
    </message>
    <message>
        <source>Growing the file system</source>
        <translation>ファイルシステムを拡張中</translation>
    </message>
    <message>
        <source>Making the disk</source>
        <translation>ディスクを作成中</translation>
    </message>
    <message>
        <source>Copying the disk</source>
        <translation>ディスクをコピー中</translation>
    </message>
</context>
<context>
    <name>DriveText</name>
    <message>
        <source>%1/s</source>
        <comment>bandwidth</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 operations/s</source>
        <translation>%1 操作/秒</translation>
    </message>
    <message>
        <source>None</source>
        <comment>rate limits</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between limits</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Write-back</source>
        <translation>ライトバック</translation>
    </message>
    <message>
        <source>Unsafe</source>
        <comment>cache</comment>
        <translation>Unsafe</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>非同期</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>同期</translation>
    </message>
</context>
<context>
    <name>EmulatedRunnerText</name>
    <message>
        <source>The emulator&apos;s helper machine could not be built.</source>
        <translation>エミュレーターの補助マシンをビルドできませんでした。</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>何も起動されていません。</translation>
    </message>
    <message>
        <source>build-emulator ended with status %1.</source>
        <translation>build-emulator がステータス %1 で終了しました。</translation>
    </message>
    <message>
        <source>build-emulator was ended by a signal.</source>
        <translation>build-emulator がシグナルで終了しました。</translation>
    </message>
    <message>
        <source>Build the emulator&apos;s helper machine</source>
        <translation>エミュレーターの補助マシンをビルド</translation>
    </message>
    <message>
        <source>Parts of Sparkler that it is made of are missing (sparkler-engine, sparkler-emulator or build-emulator).</source>
        <translation>必要な Sparkler の構成要素 (sparkler-engine、sparkler-emulator、または build-emulator) がありません。</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Sparkler を完全にインストールしてください。</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>エンジンを起動できませんでした。</translation>
    </message>
    <message>
        <source>The program sparkler-emulator was not found.</source>
        <translation>プログラム sparkler-emulator が見つかりませんでした。</translation>
    </message>
    <message>
        <source>The emulator&apos;s helper machine is not built, or made of another engine.</source>
        <translation>エミュレーターの補助マシンがビルドされていないか、別のエンジンから作られています。</translation>
    </message>
    <message>
        <source>Start the machine again.</source>
        <translation>マシンをもう一度起動してください。</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Request: %1</source>
        <translation>リクエスト: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>ステータス: %1</translation>
    </message>
    <message>
        <source>The engine&apos;s words: %1</source>
        <translation>エンジンのメッセージ: %1</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>エンジンの最後の行:</translation>
    </message>
</context>
<context>
    <name>FileCopy</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>そのファイルまたはフォルダーはありません。</translation>
    </message>
    <message>
        <source>You have no permission for it.</source>
        <translation>権限がありません。</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>同じ名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>There is not enough free space.</source>
        <translation>空き容量が足りません。</translation>
    </message>
    <message>
        <source>Your disk quota is used up.</source>
        <translation>ディスククォータを使い切っています。</translation>
    </message>
    <message>
        <source>The file system cannot hold a file of this size.</source>
        <translation>このサイズのファイルはファイルシステムに保存できません。</translation>
    </message>
    <message>
        <source>The file system is read-only.</source>
        <translation>ファイルシステムは読み取り専用です。</translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation>パスの途中にフォルダーでないものがあります。</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>フォルダーです。</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>システムのメッセージ: %1。</translation>
    </message>
</context>
<context>
    <name>HardwareDraft</name>
    <message>
        <source>Changed: applies now</source>
        <translation>変更: すぐに適用</translation>
    </message>
    <message>
        <source>Changed: at the next start</source>
        <translation>変更: 次回の起動時に適用</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Changed: partly at the next start</source>
        <translation>変更: 一部は次回の起動時に適用</translation>
    </message>
</context>
<context>
    <name>HostLimits</name>
    <message numerus="yes">
        <source>More than this host&apos;s %n processor(s): the guest&apos;s will have to share them.</source>
        <translation>
            <numerusform>このホストのプロセッサ数 (%n) を超えています。ゲストのプロセッサで共有することになります。</numerusform>
        </translation>
    </message>
    <message>
        <source>This host has only %1. The guest may be ended when it uses more.</source>
        <translation>このホストには %1 しかありません。それ以上使うと、ゲストが終了させられることがあります。</translation>
    </message>
    <message>
        <source>Only %1 are free now. The host may become slow.</source>
        <translation>現在の空きは %1 だけです。ホストが遅くなることがあります。</translation>
    </message>
    <message numerus="yes">
        <source>This host has %n processor(s).</source>
        <translation>
            <numerusform>このホストのプロセッサーは %n 個です。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of this host&apos;s %2 are free.</source>
        <translation>このホストの %2 のうち %1 が空いています。</translation>
    </message>
</context>
<context>
    <name>JailCheckText</name>
    <message>
        <source>This host allows namespaces to root only.</source>
        <translation>このホストは名前空間を root にしか許可していません。</translation>
    </message>
    <message>
        <source>This host allows no user namespaces at all.</source>
        <translation>このホストはユーザー名前空間をまったく許可していません。</translation>
    </message>
    <message>
        <source>Allow some.</source>
        <translation>いくつか許可してください。</translation>
    </message>
    <message>
        <source>AppArmor allows user namespaces only to programs that it knows.</source>
        <translation>AppArmor は登録済みのプログラムにのみユーザー名前空間を許可しています。</translation>
    </message>
    <message>
        <source>Namespaces cannot be made: %1.</source>
        <translation>名前空間を作成できません: %1。</translation>
    </message>
    <message>
        <source>Inside of a container, let it make user namespaces.</source>
        <translation>コンテナー内の場合は、ユーザー名前空間の作成を許可してください。</translation>
    </message>
    <message>
        <source>Machines can be jailed without root.</source>
        <translation>root なしでマシンを隔離できます。</translation>
    </message>
    <message>
        <source>This host has control groups of version 1, which are not delegated to users.</source>
        <translation>このホストのコントロールグループはバージョン 1 で、ユーザーに委譲されません。</translation>
    </message>
    <message>
        <source>Machines run all the same; boot with systemd.unified_cgroup_hierarchy=1 to change it.</source>
        <translation>それでもマシンは動作します。変更するには systemd.unified_cgroup_hierarchy=1 で起動してください。</translation>
    </message>
    <message>
        <source>In which control group this session runs cannot be told.</source>
        <translation>このセッションがどのコントロールグループで動いているか分かりません。</translation>
    </message>
    <message>
        <source>Machines run all the same.</source>
        <translation>それでもマシンは動作します。</translation>
    </message>
    <message>
        <source>This session may make no control groups.</source>
        <translation>このセッションはコントロールグループを作成できません。</translation>
    </message>
    <message>
        <source>Machines run all the same. A session of systemd’s for the user, as desktops have it, delegates them.</source>
        <translation>それでもマシンは動作します。デスクトップのような systemd のユーザーセッションなら委譲されます。</translation>
    </message>
    <message>
        <source>This session may limit: %1</source>
        <translation>このセッションが制限できるもの: %1</translation>
    </message>
    <message>
        <source>Allow them to all users, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>すべてのユーザーに許可するか、マシンの「隔離」ページで root の許可を求めるようにしてください。</translation>
    </message>
    <message>
        <source>Lift the restriction, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>制限を解除するか、マシンの「隔離」ページで root の許可を求めるようにしてください。</translation>
    </message>
</context>
<context>
    <name>JailFactText</name>
    <message>
        <source>not told</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>its own, not ours</source>
        <translation>独自のもの（こちらとは別）</translation>
    </message>
    <message>
        <source>the same as ours</source>
        <translation>こちらと同じ</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>ユーザーと権限</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Shared memory and queues</source>
        <translation>共有メモリーとキュー</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>コントロールグループ</translation>
    </message>
    <message>
        <source>; its TAP devices are the host&apos;s</source>
        <translation>。TAP デバイスはホストのものです</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>%1 were promised</source>
        <translation>約束された値は %1 です</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>開いているファイル</translation>
    </message>
    <message>
        <source>Size of a file</source>
        <translation>ファイルの大きさ</translation>
    </message>
    <message>
        <source>Size of a memory dump</source>
        <translation>メモリーダンプの大きさ</translation>
    </message>
    <message>
        <source>system calls: not told</source>
        <translation>システムコール: 不明</translation>
    </message>
    <message>
        <source>system calls: no filter</source>
        <translation>システムコール: フィルターなし</translation>
    </message>
    <message>
        <source>system calls: filtered</source>
        <translation>システムコール: フィルターあり</translation>
    </message>
    <message>
        <source>capabilities: not told</source>
        <translation>ケーパビリティ: 不明</translation>
    </message>
    <message>
        <source>no capabilities</source>
        <translation>ケーパビリティなし</translation>
    </message>
    <message>
        <source>capabilities: %1</source>
        <translation>ケーパビリティ: %1</translation>
    </message>
    <message>
        <source>new privileges: not told</source>
        <translation>新しい権限: 不明</translation>
    </message>
    <message>
        <source>Landlock</source>
        <translation>Landlock</translation>
    </message>
    <message>
        <source>this kernel has it</source>
        <translation>このカーネルにあります</translation>
    </message>
    <message>
        <source>this kernel does not have it</source>
        <translation>このカーネルにはありません</translation>
    </message>
    <message>
        <source>the kernel does not tell whom it holds</source>
        <translation>誰に適用されているかはカーネルからは分かりません</translation>
    </message>
</context>
<context>
    <name>JailedRunnerText</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>エンジンを起動できませんでした。</translation>
    </message>
    <message>
        <source>A machine with a user-mode network can have no other network interface yet.</source>
        <translation>ユーザーモードネットワークのマシンは、まだほかのネットワークインターフェースを持てません。</translation>
    </message>
    <message>
        <source>Remove the other interfaces, or use TAP devices for all of them.</source>
        <translation>ほかのインターフェースを削除するか、すべてに TAP デバイスを使ってください。</translation>
    </message>
    <message>
        <source>The program passt, which makes user-mode networks, was not found.</source>
        <translation>ユーザーモードネットワークを作るプログラム passt が見つかりません。</translation>
    </message>
    <message>
        <source>Install the package passt, or use a TAP device.</source>
        <translation>passt パッケージをインストールするか、TAP デバイスを使ってください。</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>プログラム sparkler-jailer が見つかりません。</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Sparkler を完全にインストールしてください。</translation>
    </message>
    <message>
        <source>The path %1 has a folder that ends with an equals sign, so it cannot be shown in a jail.</source>
        <translation>パス %1 には等号で終わるフォルダーがあるため、隔離環境に表示できません。</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>フォルダーの名前を変更してください。</translation>
    </message>
    <message>
        <source>The question for root’s leave was dismissed.</source>
        <translation>root の許可を求める確認が取り消されました。</translation>
    </message>
    <message>
        <source>Root’s leave to make the jail was not given.</source>
        <translation>隔離環境を作るための root の許可が得られませんでした。</translation>
    </message>
    <message>
        <source>The helper that asks for root’s leave is not installed.</source>
        <translation>root の許可を求める補助プログラムがインストールされていません。</translation>
    </message>
    <message>
        <source>Install pkexec and Sparkler completely, or choose another jail on the machine’s Jail page.</source>
        <translation>pkexec と Sparkler をすべてインストールするか、マシンの「隔離」ページで別の隔離方法を選んでください。</translation>
    </message>
</context>
<context>
    <name>LiveParts</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
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
        <translation>エミュレーション</translation>
    </message>
    <message>
        <source>Local KVM</source>
        <translation>ローカル KVM</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>マシンは停止しています。</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>マシンが予期せず停止しました。</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>マシンを起動しています。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>エンジンが応答しません。</translation>
    </message>
</context>
<context>
    <name>MachineDirectory</name>
    <message>
        <source>The machine cannot use %1.</source>
        <translation>マシンは %1 を使用できません。</translation>
    </message>
    <message>
        <source>It is neither a regular file nor a block device.</source>
        <translation>通常のファイルでもブロックデバイスでもありません。</translation>
    </message>
    <message>
        <source>It lies outside of the machine&apos;s folder, which is all that the engine sees.</source>
        <translation>マシンのフォルダーの外にあります。エンジンから見えるのはこのフォルダーだけです。</translation>
    </message>
    <message>
        <source>The path is not absolute.</source>
        <translation>絶対パスではありません。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>It lies in the machine&apos;s folder but is a link that leads out of it.</source>
        <translation>マシンのフォルダーにありますが、フォルダーの外を指すリンクです。</translation>
    </message>
    <message>
        <source>It lies on another file system, so it cannot be linked into the machine&apos;s folder, and the machine writes to it, so it is not copied.</source>
        <translation>別のファイルシステムにあるためマシンのフォルダーにリンクできず、マシンが書き込むためコピーもされません。</translation>
    </message>
    <message>
        <source>Move the file to the file system of the machine&apos;s folder.</source>
        <translation>ファイルをマシンのフォルダーと同じファイルシステムに移動してください。</translation>
    </message>
</context>
<context>
    <name>MachineFiles</name>
    <message>
        <source>The machine&apos;s disk was not made.</source>
        <translation>マシンのディスクは作成されませんでした。</translation>
    </message>
</context>
<context>
    <name>MachineOrder</name>
    <message>
        <source>Create “%1”</source>
        <translation>「%1」を作成</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>読み書き可能</translation>
    </message>
    <message>
        <source>root</source>
        <translation>ルート</translation>
    </message>
    <message>
        <source>asynchronous I/O</source>
        <translation>非同期 I/O</translation>
    </message>
    <message>
        <source>Drive “%1”: %2 (%3)</source>
        <translation>ドライブ「%1」: %2 (%3)</translation>
    </message>
    <message>
        <source>“%1” with %2</source>
        <translation>「%1」: %2</translation>
    </message>
    <message>
        <source>Boots a stock Debian kernel with a small root file system</source>
        <translation>標準の Debian カーネルと小さなルートファイルシステムで起動します</translation>
    </message>
    <message>
        <source>Boots %1</source>
        <translation>%1 で起動します</translation>
    </message>
    <message>
        <source>Initial RAM disk: %1</source>
        <translation>初期 RAM ディスク: %1</translation>
    </message>
    <message>
        <source>the demo&apos;s root file system</source>
        <translation>デモのルートファイルシステム</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own, enlarged to %2</source>
        <translation>ディスク: %1 の専用コピー (%2 に拡張)</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own</source>
        <translation>ディスク: %1 の専用コピー</translation>
    </message>
    <message>
        <source>No drives</source>
        <translation>ドライブなし</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>グループ: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>タグ: %1</translation>
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
        <translation>「%1」はテキストでなければなりません。</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>「%1」はテキストのリストでなければなりません。</translation>
    </message>
    <message>
        <source>“%1” has a value that this version does not know.</source>
        <translation>「%1」にこのバージョンで扱えない値があります。</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>JSON 文書ではありません: %1。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>「%1」が重複しています。</translation>
    </message>
    <message>
        <source>It has no usable “version”.</source>
        <translation>有効な 「version」がありません。</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>より新しいバージョンの Sparkler で書き込まれました。</translation>
    </message>
    <message>
        <source>“%1” must be a date and time.</source>
        <translation>「%1」は日時でなければなりません。</translation>
    </message>
    <message>
        <source>Its “config” is wrong: %1.</source>
        <translation>「config」に誤りがあります: %1。</translation>
    </message>
    <message>
        <source>Its “config” has settings that this version does not know: %1.</source>
        <translation>「config」にこのバージョンで扱えない設定があります: %1。</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>通常のファイルではありません。</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>大きすぎます。</translation>
    </message>
    <message>
        <source>Another program is changing the machines.</source>
        <translation>別のプログラムがマシンを変更しています。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>「%1」は整数でなければなりません。</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>「%1」はオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>“%1” has a setting that this version does not know: </source>
        <translation>「%1」にこのバージョンが知らない設定があります: </translation>
    </message>
</context>
<context>
    <name>MachineText</name>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>予期せず停止</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>vCPUs and memory</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <translation>Ctrl+Alt+Del を送信</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Force stop</source>
        <translation>強制停止</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>OverviewText</name>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>マシンが予期せず停止しました。</translation>
    </message>
    <message>
        <source>The last log lines are among the technical details; the whole log is under Logs. The machine can be started again.</source>
        <translation>最後のログ行は技術的な詳細にあります。ログ全体は「ログ」にあります。マシンはもう一度起動できます。</translation>
    </message>
    <message>
        <source>This machine has no kernel yet. Choose one under Hardware.</source>
        <translation>このマシンにはまだカーネルがありません。「ハードウェア」で選択してください。</translation>
    </message>
    <message>
        <source>This machine has neither a root drive nor an initrd. Add one under Hardware, or the kernel will stop early.</source>
        <translation>このマシンにはルートドライブも initrd もありません。「ハードウェア」で追加しないと、カーネルが早い段階で停止します。</translation>
    </message>
    <message>
        <source>Ready to start. Its serial console will be under Console.</source>
        <translation>起動できます。シリアルコンソールは「コンソール」に表示されます。</translation>
    </message>
    <message>
        <source>The guest stands still. Resume it to let it go on.</source>
        <translation>ゲストは一時停止しています。続行するには再開してください。</translation>
    </message>
    <message>
        <source>Wait a moment, or force the machine to stop. What the guest has not written to its drives would be lost.</source>
        <translation>しばらく待つか、マシンを強制停止してください。強制停止すると、ゲストがドライブに書き込んでいない内容は失われます。</translation>
    </message>
    <message>
        <source>Some changes take effect when the machine is restarted.</source>
        <translation>一部の変更はマシンの再起動後に有効になります。</translation>
    </message>
    <message>
        <source>root</source>
        <translation>ルート</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>rate-limited</source>
        <translation>レート制限あり</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>ファイルなし</translation>
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
        <translation>%1 を起動できませんでした: %2。</translation>
    </message>
    <message>
        <source>%1 ended with status %2.</source>
        <translation>%1 がステータス %2 で終了しました。</translation>
    </message>
    <message>
        <source>%1 was killed by signal %2.</source>
        <translation>%1 がシグナル %2 で強制終了されました。</translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更されていません。</translation>
    </message>
</context>
<context>
    <name>RunnerText</name>
    <message>
        <source>No new session could be made: %1.</source>
        <translation>新しいセッションを作成できませんでした: %1。</translation>
    </message>
    <message>
        <source>/dev/null could not be opened: %1.</source>
        <translation>/dev/null を開けませんでした: %1。</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>ファイル %1 に書き込めませんでした: %2。</translation>
    </message>
    <message>
        <source>The folder %1 could not be entered: %2.</source>
        <translation>フォルダー %1 に移動できませんでした: %2。</translation>
    </message>
    <message>
        <source>The program %1 could not be run: %2.</source>
        <translation>プログラム %1 を実行できませんでした: %2。</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>エンジンを起動できませんでした。</translation>
    </message>
    <message>
        <source>The new process is not visible in /proc.</source>
        <translation>新しいプロセスが /proc に見つかりません。</translation>
    </message>
</context>
<context>
    <name>SnapshotText</name>
    <message>
        <source>Full</source>
        <comment>kind of snapshot</comment>
        <translation>フル</translation>
    </message>
    <message>
        <source>Diff</source>
        <comment>kind of snapshot</comment>
        <translation>差分</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>read-only: the file itself is used again</source>
        <translation>読み取り専用: 元のファイルをそのまま使います</translation>
    </message>
    <message>
        <source>copied by reflink: blocks are shared until one is written</source>
        <translation>reflink でコピー: ブロックは書き込まれるまで共有されます</translation>
    </message>
    <message>
        <source>copied in full, with its holes</source>
        <translation>すべてコピー (未使用領域は疎のまま)</translation>
    </message>
    <message numerus="yes">
        <source>%n shared</source>
        <comment>drives</comment>
        <translation>
            <numerusform>共有 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied</source>
        <comment>drives</comment>
        <translation>
            <numerusform>コピー %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read-only</source>
        <comment>drives</comment>
        <translation>
            <numerusform>読み取り専用 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <comment>drives</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between kinds of drive copies</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>processor</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 (family %2, model %3, stepping %4)</source>
        <comment>processor</comment>
        <translation>%1 (ファミリー %2、モデル %3、ステッピング %4)</translation>
    </message>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>Sparkler %1, API %2</source>
        <translation>Sparkler %1、API %2</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>engine</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1, emulated</source>
        <comment>engine</comment>
        <translation>%1、エミュレーション</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>変化なし</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Missing</source>
        <comment>file</comment>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Recorded now</source>
        <translation>今回記録</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>読み取れません</translation>
    </message>
    <message>
        <source>Verified %1: not all files are as they were.</source>
        <comment>time</comment>
        <translation>%1 に検証: 変わったファイルがあります。</translation>
    </message>
    <message>
        <source>Verified %1: nothing is wrong; some files had no checksum yet and have one now.</source>
        <comment>time</comment>
        <translation>%1 に検証: 問題ありません。チェックサムのなかったファイルには今回記録しました。</translation>
    </message>
    <message>
        <source>Verified %1: all files are as they were.</source>
        <comment>time</comment>
        <translation>%1 に検証: すべてのファイルに変化はありません。</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>The archive: %1</source>
        <translation>アーカイブ: %1</translation>
    </message>
    <message>
        <source>The file “%1” has %2 bytes instead of %3.</source>
        <translation>ファイル「%1」は %3 バイトではなく %2 バイトです。</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot: it has “%1”.</source>
        <translation>スナップショットのアーカイブではありません: 「%1」が含まれています。</translation>
    </message>
    <message>
        <source>Its description is too large.</source>
        <translation>説明が大きすぎます。</translation>
    </message>
    <message>
        <source>Its description does not fit an archive.</source>
        <translation>説明がアーカイブに合いません。</translation>
    </message>
    <message>
        <source>“%1” is longer than it should be.</source>
        <translation>「%1」が本来より長くなっています。</translation>
    </message>
    <message>
        <source>The file “%1” is missing.</source>
        <translation>ファイル「%1」がありません。</translation>
    </message>
    <message>
        <source>“%1” is not a regular file.</source>
        <translation>「%1」は通常ファイルではありません。</translation>
    </message>
    <message>
        <source>It was made on a processor of another vendor (%1; this host has %2).</source>
        <translation>別のベンダーのプロセッサーで取得されました (%1、このホストは %2)。</translation>
    </message>
    <message>
        <source>Restore it on a host with such a processor.</source>
        <translation>同様のプロセッサーを持つホストで復元してください。</translation>
    </message>
    <message>
        <source>This host’s processor lacks features that the guest may be using: %1.</source>
        <translation>このホストのプロセッサーには、ゲストが使っている可能性のある機能がありません: %1。</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on (%1). For machines that are to move, choose a CPU template before they are started.</source>
        <translation>取得時と同様のホスト (%1) で復元してください。移動する予定のマシンでは、起動前に CPU テンプレートを選択してください。</translation>
    </message>
    <message>
        <source>It was made on another processor (%1; this host has %2). What the guest uses is there, but such a restore is not tested.</source>
        <translation>別のプロセッサーで取得されました (%1、このホストは %2)。ゲストが使う機能は揃っていますが、このような復元は検証されていません。</translation>
    </message>
    <message>
        <source>Make another snapshot first, and look at the guest afterwards.</source>
        <translation>先に別のスナップショットを取得し、その後ゲストを確認してください。</translation>
    </message>
    <message>
        <source>It was made on a real processor, and the machine would run in the emulator, which has another one.</source>
        <translation>実際のプロセッサーで取得されていますが、マシンは別のプロセッサーを持つエミュレーターで動くことになります。</translation>
    </message>
    <message>
        <source>Restore it on a host with KVM.</source>
        <translation>KVM のあるホストで復元してください。</translation>
    </message>
    <message>
        <source>It was made in the emulator, and the machine would run on this host’s processor, which is another one.</source>
        <translation>エミュレーターで取得されていますが、マシンはこのホストの別のプロセッサーで動くことになります。</translation>
    </message>
    <message>
        <source>Choose the emulator as the place where the machine runs.</source>
        <translation>マシンの実行場所としてエミュレーターを選択してください。</translation>
    </message>
    <message>
        <source>It was made by a newer engine (version %1; here is %2), which may have written something that this one cannot read.</source>
        <translation>より新しいエンジン (バージョン %1、ここは %2) で取得されており、このエンジンでは読めない内容が含まれるおそれがあります。</translation>
    </message>
    <message>
        <source>Install version %1 or later.</source>
        <translation>バージョン %1 以降をインストールしてください。</translation>
    </message>
    <message>
        <source>Only its drives can be used; they are in its folder.</source>
        <translation>使えるのはドライブだけです。スナップショットのフォルダーにあります。</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>ファイル %1 がありません。</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>元に戻してください。</translation>
    </message>
    <message>
        <source>The read-only drive %1 was changed since the snapshot was made. The guest may still have parts of the old one in its memory.</source>
        <translation>読み取り専用ドライブ %1 がスナップショット取得後に変更されています。ゲストのメモリに古い内容が残っているおそれがあります。</translation>
    </message>
    <message>
        <source>Put the file of then back.</source>
        <translation>当時のファイルに戻してください。</translation>
    </message>
    <message>
        <source>Up to %1 may be needed for copies, and %2 are free.</source>
        <translation>コピーに最大 %1 が必要になることがあり、空きは %2 です。</translation>
    </message>
    <message>
        <source>Make room first, unless the file system can share the blocks of copies.</source>
        <translation>ファイルシステムがコピーのブロックを共有できない場合は、先に空きを増やしてください。</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>ネットワークインターフェース「%1」: %2</translation>
    </message>
    <message>
        <source>The file system keeps blocks of %1 bytes, so it cannot tell which pages of memory, of 4096 bytes each, a diff has.</source>
        <translation>ファイルシステムのブロックが %1 バイトのため、差分がどの 4096 バイトのメモリページを含むか判別できません。</translation>
    </message>
    <message>
        <source>“%1” does not have the size of the memory that it belongs to.</source>
        <translation>「%1」のサイズが対応するメモリと一致しません。</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>このスナップショットはもう存在しません。</translation>
    </message>
    <message>
        <source>Machines cannot run on this host.</source>
        <translation>このホストではマシンを実行できません。</translation>
    </message>
    <message>
        <source>The guest ends at once, without shutting down: what its programs do now is lost.</source>
        <translation>ゲストはシャットダウンせずに直ちに終了します。実行中の処理は失われます。</translation>
    </message>
    <message>
        <source>Drive “%1”: everything written since %2 is lost.</source>
        <translation>ドライブ「%1」: %2 以降に書き込まれた内容はすべて失われます。</translation>
    </message>
    <message>
        <source>Settings go back: %1</source>
        <translation>設定が元に戻ります: %1</translation>
    </message>
    <message>
        <source>The memory is not whole: a snapshot that this one is a diff of is missing or damaged.</source>
        <translation>メモリが揃っていません。この差分の元になるスナップショットがないか、破損しています。</translation>
    </message>
    <message>
        <source>The guest keeps its MAC and IP addresses, as they are in its memory: clones on one bridge would disturb each other.</source>
        <translation>MAC アドレスと IP アドレスはメモリ内にあるためそのまま残ります。同じブリッジ上のクローンは互いに干渉します。</translation>
    </message>
    <message>
        <source>Keep their TAP devices apart, or change the addresses in the guests.</source>
        <translation>TAP デバイスを別々にするか、ゲスト内のアドレスを変更してください。</translation>
    </message>
    <message>
        <source>%1 lies in the machine’s folder but is a link that leads out of it.</source>
        <translation>%1 はマシンのフォルダーにありますが、その外を指すリンクです。</translation>
    </message>
    <message>
        <source>%1 is not a regular file any more.</source>
        <translation>%1 は通常ファイルではなくなっています。</translation>
    </message>
    <message>
        <source>The drive cannot be put back: files cannot be made in the folder %1.</source>
        <translation>ドライブを元に戻せません。フォルダー %1 にファイルを作成できません。</translation>
    </message>
    <message>
        <source>The serial port writes to the engine’s output, not to its file: snapshots do not hold that setting.</source>
        <translation>シリアルポートは専用のファイルではなくエンジンの出力に書き込みます。この設定はスナップショットに保存されません。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 は破損しています。</translation>
    </message>
    <message>
        <source>It is damaged, or of a newer version.</source>
        <translation>破損しているか、新しいバージョンのものです。</translation>
    </message>
    <message>
        <source>Its description cannot be read: %1</source>
        <translation>説明を読み取れません: %1</translation>
    </message>
    <message>
        <source>It is the description of snapshot %1.</source>
        <translation>スナップショット %1 の説明です。</translation>
    </message>
    <message>
        <source>Its description is damaged: %1.</source>
        <translation>説明が破損しています: %1。</translation>
    </message>
    <message>
        <source>Its description has no usable “version”.</source>
        <translation>説明に有効な「version」がありません。</translation>
    </message>
    <message>
        <source>It was made by a newer version of Sparkler.</source>
        <translation>より新しいバージョンの Sparkler で作成されています。</translation>
    </message>
    <message>
        <source>Its description is wrong: %1.</source>
        <translation>説明に誤りがあります: %1。</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>通常ファイルではありません。</translation>
    </message>
    <message>
        <source>It is missing.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>It had no checksum yet. It has one from now on.</source>
        <translation>チェックサムがありませんでした。今回から記録します。</translation>
    </message>
    <message>
        <source>Its content is not what it was when the snapshot was made.</source>
        <translation>スナップショット取得時と内容が異なります。</translation>
    </message>
    <message>
        <source>Another manager works on the snapshots of this machine.</source>
        <translation>別のマネージャーがこのマシンのスナップショットを処理しています。</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot.</source>
        <translation>スナップショットのアーカイブではありません。</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>このマシンはもう存在しません。</translation>
    </message>
    <message>
        <source>What the engine made in place of “%1” is not a file of its own.</source>
        <translation>エンジンが「%1」の代わりに作ったものは、独立したファイルではありません。</translation>
    </message>
    <message>
        <source>This host does not take the guest’s processor: %1</source>
        <translation>このホストはゲストのプロセッサーを受け入れません: %1</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on.</source>
        <translation>作成したホストと同様のホストで復元してください。</translation>
    </message>
    <message>
        <source>The guest was given what this host does not offer, and may crash when it uses it: %1.</source>
        <translation>このホストにない機能がゲストに与えられており、使うとクラッシュすることがあります: %1。</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on. For machines that are to move, choose a CPU template before they are started.</source>
        <translation>作成したホストと同様のホストで復元してください。移動するマシンには、起動前に CPU テンプレートを選んでください。</translation>
    </message>
    <message>
        <source>The guest relies on the processor not having some flaws, which this host does not promise: %1.</source>
        <translation>ゲストはプロセッサーに特定の欠陥がないことを前提にしていますが、このホストはそれを保証しません: %1。</translation>
    </message>
    <message>
        <source>Port forwards stay with the original, which has the ports of this host.</source>
        <translation>ポート転送は元のマシンに残ります。このホストのポートは元のマシンが使っています。</translation>
    </message>
    <message>
        <source>Give the clone forwards of its own on its Network page.</source>
        <translation>クローンの「ネットワーク」ページで独自の転送を設定してください。</translation>
    </message>
</context>
<context>
    <name>TapState</name>
    <message>
        <source>No network device can have this name.</source>
        <translation>ネットワークデバイスにこの名前は付けられません。</translation>
    </message>
    <message>
        <source>This host has no /dev/net/tun.</source>
        <translation>このホストには /dev/net/tun がありません。</translation>
    </message>
    <message>
        <source>You may not open /dev/net/tun.</source>
        <translation>/dev/net/tun を開く権限がありません。</translation>
    </message>
    <message>
        <source>There is no device %1 on this host.</source>
        <translation>このホストにデバイス %1 はありません。</translation>
    </message>
    <message>
        <source>%1 is no TAP device.</source>
        <translation>%1 は TAP デバイスではありません。</translation>
    </message>
    <message>
        <source>%1 belongs to the user %2.</source>
        <translation>%1 の所有者はユーザー %2 です。</translation>
    </message>
    <message>
        <source>%1 belongs to the user with the number %2.</source>
        <translation>%1 の所有者は番号 %2 のユーザーです。</translation>
    </message>
    <message>
        <source>%1 belongs to the group with the number %2.</source>
        <translation>%1 の所有グループは番号 %2 のグループです。</translation>
    </message>
    <message>
        <source>%1 is in use by process %2.</source>
        <translation>%1 はプロセス %2 が使用中です。</translation>
    </message>
    <message>
        <source>%1 is in use by another process.</source>
        <translation>%1 は別のプロセスが使用中です。</translation>
    </message>
    <message>
        <source>%1 is ready, but switched off: no packet passes.</source>
        <translation>%1 は準備できていますが、オフになっています。パケットは通りません。</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 は準備できています。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選択してください。</translation>
    </message>
    <message>
        <source>Load the kernel&apos;s module: sudo modprobe tun.</source>
        <translation>カーネルモジュールを読み込んでください: sudo modprobe tun</translation>
    </message>
    <message>
        <source>Let everybody open it, as is usual: sudo chmod 666 /dev/net/tun. Who may use which device is decided by each device&apos;s owner.</source>
        <translation>通常どおり、誰でも開けるようにしてください: sudo chmod 666 /dev/net/tun。どのデバイスを誰が使えるかは、各デバイスの所有者で決まります。</translation>
    </message>
    <message>
        <source>Make it, as yours.</source>
        <translation>自分のデバイスとして作成してください。</translation>
    </message>
    <message>
        <source>Choose the name of a TAP device, or one that is free.</source>
        <translation>TAP デバイスの名前か、未使用の名前を選択してください。</translation>
    </message>
    <message>
        <source>Remove it and make it anew as yours, or choose another.</source>
        <translation>削除して自分のデバイスとして作成し直すか、別のデバイスを選択してください。</translation>
    </message>
    <message>
        <source>Stop the machine or program that has it, or choose another device.</source>
        <translation>使用中のマシンまたはプログラムを停止するか、別のデバイスを選択してください。</translation>
    </message>
    <message>
        <source>Switch it on: sudo ip link set %1 up.</source>
        <translation>オンにしてください: sudo ip link set %1 up</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Create, run and watch KVM microVMs.</source>
        <translation>KVM microVM を作成し、実行し、監視します。</translation>
    </message>
</context>
<context>
    <name>sparklectl</name>
    <message>
        <source>%1 %2 was not sent.</source>
        <translation>%1 %2 は送信されませんでした。</translation>
    </message>
    <message>
        <source>A path begins with “/” and has no blanks.</source>
        <translation>パスは「/」で始まり、空白を含みません。</translation>
    </message>
    <message>
        <source>%1 %2 failed.</source>
        <translation>%1 %2 は失敗しました。</translation>
    </message>
    <message>
        <source>Send a request to a machine&apos;s engine and print the answer</source>
        <translation>マシンのエンジンに要求を送り、応答を表示する</translation>
    </message>
    <message>
        <source>BODY is JSON, @FILE, or - for standard input. What is changed so is not kept in the machine&apos;s definition.</source>
        <translation>BODY は JSON、@FILE、または標準入力を表す - です。こうして変更した内容はマシンの定義には残りません。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>「%1」は余分な語です。</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Possible: %3.</source>
        <translation>%1 に「%2」は使えません。使えるもの: %3。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>オプション %1 はありません。</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 は値を取りません。</translation>
    </message>
    <message>
        <source>%1 needs a value: %2.</source>
        <translation>%1 には値が必要です: %2。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 が二回あります。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>コマンド「%1」はありません。</translation>
    </message>
    <message>
        <source>“%1” needs one of these behind it: %2.</source>
        <translation>「%1」の後には次のどれかが必要です: %2。</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>「%1」は変更されませんでした。</translation>
    </message>
    <message>
        <source>Needs a restart of the machine:</source>
        <translation>マシンの再起動が必要です:</translation>
    </message>
    <message>
        <source>Print JSON in place of text, errors on standard error as well</source>
        <translation>テキストの代わりに JSON を出力する（標準エラーのエラーも）</translation>
    </message>
    <message>
        <source>Show no progress and no remarks</source>
        <translation>進捗と補足を表示しない</translation>
    </message>
    <message>
        <source>Tell what the command does</source>
        <translation>コマンドの働きを説明する</translation>
    </message>
    <message>
        <source>Ctrl-] q leaves, Ctrl-] ] sends Ctrl-].</source>
        <translation>Ctrl-] q で終了、Ctrl-] ] で Ctrl-] を送ります。</translation>
    </message>
    <message>
        <source>There is no console.</source>
        <translation>コンソールがありません。</translation>
    </message>
    <message>
        <source>The console of “%1”. Ctrl-] q leaves it.</source>
        <translation>「%1」のコンソール。Ctrl-] q で終了します。</translation>
    </message>
    <message>
        <source>“%1” has ended.</source>
        <translation>「%1」は終了しました。</translation>
    </message>
    <message>
        <source>Only show what the guest prints</source>
        <translation>ゲストの出力だけを表示する</translation>
    </message>
    <message>
        <source>Open a running machine&apos;s serial console</source>
        <translation>動作中のマシンのシリアルコンソールを開く</translation>
    </message>
    <message>
        <source>First what it has printed, as far as it is kept. Ctrl-] q leaves, the machine runs on. Input that is no terminal is sent as it is, and at its end the command ends. What a guest prints can do to the terminal what any program can.</source>
        <translation>まず、これまでの出力のうち残っているものを表示します。Ctrl-] q で終了し、マシンは動き続けます。端末でない入力はそのまま送られ、その終わりでコマンドも終了します。ゲストの出力は、どのプログラムとも同じように端末に作用し得ます。</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>マシンは作成されませんでした。</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>%1 を参照</translation>
    </message>
    <message>
        <source>--demo and --from-config exclude each other.</source>
        <translation>--demo と --from-config は同時に使えません。</translation>
    </message>
    <message>
        <source>--demo and %1 exclude each other.</source>
        <translation>--demo と %1 は同時に使えません。</translation>
    </message>
    <message>
        <source>It needs a kernel: one of --kernel, --from-config and --demo.</source>
        <translation>カーネルが必要です: --kernel、--from-config、--demo のいずれか。</translation>
    </message>
    <message>
        <source>--copy-root needs a root drive.</source>
        <translation>--copy-root にはルートドライブが必要です。</translation>
    </message>
    <message>
        <source>--disk-size is a size from 1M to 16T.</source>
        <translation>--disk-size は 1M から 16T までの大きさです。</translation>
    </message>
    <message>
        <source>--disk-size needs --copy-root or --demo.</source>
        <translation>--disk-size には --copy-root か --demo が必要です。</translation>
    </message>
    <message>
        <source>Machine “%1” is made; its id is %2.</source>
        <translation>マシン「%1」を作成しました。ID は %2 です。</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system; built once</source>
        <translation>標準の Debian カーネルと小さなルートファイルシステム（一度だけ構築）</translation>
    </message>
    <message>
        <source>What a Firecracker configuration file says</source>
        <translation>Firecracker の設定ファイルの内容</translation>
    </message>
    <message>
        <source>Kernel: vmlinux or bzImage</source>
        <translation>カーネル: vmlinux または bzImage</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>初期 RAM ディスク</translation>
    </message>
    <message>
        <source>The kernel&apos;s command line</source>
        <translation>カーネルのコマンドライン</translation>
    </message>
    <message>
        <source>A drive; the first one is the root drive if none says so and there is no initial RAM disk</source>
        <translation>ドライブ。どれにも指定がなく初期 RAM ディスクもなければ、最初のものがルートドライブになる</translation>
    </message>
    <message>
        <source>The machine gets a copy of the root drive of its own</source>
        <translation>マシンはルートドライブの自分用のコピーを持つ</translation>
    </message>
    <message>
        <source>Makes that copy larger, with its file system</source>
        <translation>そのコピーをファイルシステムごと大きくする</translation>
    </message>
    <message>
        <source>Processors, 1 to 32</source>
        <translation>プロセッサー数、1 から 32</translation>
    </message>
    <message>
        <source>Memory, such as 512 (MiB) or 2G</source>
        <translation>メモリー。例: 512（MiB）、2G</translation>
    </message>
    <message>
        <source>A network interface: with user-mode networking, or on a TAP device of the host</source>
        <translation>ネットワークインターフェース。ユーザーモード、またはホストの TAP デバイス</translation>
    </message>
    <message>
        <source>A port of the host that leads to one of the guest&apos;s; with --network user</source>
        <translation>ゲストのポートにつながるホストのポート（--network user とともに）</translation>
    </message>
    <message>
        <source>A vsock device with this CID</source>
        <translation>この CID の vsock デバイス</translation>
    </message>
    <message>
        <source>Track written pages, for incremental snapshots</source>
        <translation>書き込まれたページを追跡する（差分スナップショット用）</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>動作する場所</translation>
    </message>
    <message>
        <source>What confines its engine</source>
        <translation>エンジンを隔離するもの</translation>
    </message>
    <message>
        <source>Group in the list</source>
        <translation>一覧でのグループ</translation>
    </message>
    <message>
        <source>A tag; may be given several times</source>
        <translation>タグ（複数回指定可）</translation>
    </message>
    <message>
        <source>Notes about the machine</source>
        <translation>マシンについてのメモ</translation>
    </message>
    <message>
        <source>Start it, too</source>
        <translation>起動もする</translation>
    </message>
    <message>
        <source>Make a machine</source>
        <translation>マシンを作成する</translation>
    </message>
    <message>
        <source>Of one&apos;s own files, of a Firecracker configuration file, or the demo. Other options change what the file or the demo says. A name that is taken gets a number.</source>
        <translation>自分のファイル、Firecracker の設定ファイル、またはデモから作ります。ほかのオプションはファイルやデモの内容を変更します。使用中の名前には番号が付きます。</translation>
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
        <translation>問題</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Looking at this host</source>
        <translation>このホストを調べています</translation>
    </message>
    <message>
        <source>What helps: %1</source>
        <translation>対処: %1</translation>
    </message>
    <message>
        <source>Look whether this host has all that machines need</source>
        <translation>マシンに必要なものがこのホストに揃っているか調べる</translation>
    </message>
    <message>
        <source>The checks of the manager&apos;s start page. The exit code is 5 when one of them found a problem; warnings do not count.</source>
        <translation>マネージャーの開始ページと同じ検査です。どれかが問題を見つけると終了コードは 5 になります。警告は数えません。</translation>
    </message>
    <message>
        <source>The drive was not changed.</source>
        <translation>ドライブは変更されませんでした。</translation>
    </message>
    <message>
        <source>“%1” has no drive “%2”.</source>
        <translation>「%1」にドライブ「%2」はありません。</translation>
    </message>
    <message>
        <source>“sparklectl drive list” tells which there are.</source>
        <translation>どれがあるかは「sparklectl drive list」でわかります。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ROOT</source>
        <translation>ルート</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>BANDWIDTH</source>
        <translation>帯域</translation>
    </message>
    <message>
        <source>OPERATIONS</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Only one drive can be the root drive.</source>
        <translation>ルートドライブにできるのは一つだけです。</translation>
    </message>
    <message>
        <source>There is a drive “%1” already.</source>
        <translation>ドライブ「%1」は既にあります。</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 と %2 は同時に使えません。</translation>
    </message>
    <message>
        <source>Whether the guest&apos;s flushes reach the disk</source>
        <translation>ゲストのフラッシュをディスクまで届けるか</translation>
    </message>
    <message>
        <source>How the engine reads and writes</source>
        <translation>エンジンの読み書きの方式</translation>
    </message>
    <message>
        <source>Its id; otherwise one is chosen</source>
        <translation>ID。なければ自動で決まる</translation>
    </message>
    <message>
        <source>Another file, at once where the machine runs</source>
        <translation>別のファイル。動作中のマシンにはすぐに反映</translation>
    </message>
    <message>
        <source>The guest may not write to it</source>
        <translation>ゲストは書き込めない</translation>
    </message>
    <message>
        <source>The guest may write to it</source>
        <translation>ゲストは書き込める</translation>
    </message>
    <message>
        <source>So many bytes in that time, a second if not given, and once so many more</source>
        <translation>その時間（指定がなければ 1 秒）にこのバイト数、加えて一度だけこのバイト数</translation>
    </message>
    <message>
        <source>So many requests in that time</source>
        <translation>その時間にこの数の要求</translation>
    </message>
    <message>
        <source>List a machine&apos;s drives</source>
        <translation>マシンのドライブを一覧する</translation>
    </message>
    <message>
        <source>Give a machine another drive, from its next start on</source>
        <translation>次の起動から、マシンにドライブを追加する</translation>
    </message>
    <message>
        <source>Change a drive</source>
        <translation>ドライブを変更する</translation>
    </message>
    <message>
        <source>A running machine gets another file at once; the other settings hold from its next start on.</source>
        <translation>動作中のマシンでは別のファイルがすぐに使われます。ほかの設定は次の起動から有効です。</translation>
    </message>
    <message>
        <source>Take a drive away, from the next start on</source>
        <translation>次の起動から、ドライブを外す</translation>
    </message>
    <message>
        <source>The file stays.</source>
        <translation>ファイルは残ります。</translation>
    </message>
    <message>
        <source>Limit a drive, at once where the machine runs</source>
        <translation>ドライブを制限する。動作中のマシンにはすぐに反映</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>マシンは実行されていません。</translation>
    </message>
    <message>
        <source>Start it: sparklectl start %1</source>
        <translation>起動するには: sparklectl start %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 を読めません: %2。</translation>
    </message>
    <message>
        <source>The document is larger than 16 MiB.</source>
        <translation>文書が 16 MiB を超えています。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer is not valid.</source>
        <translation>エンジンの応答が正しくありません。</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>エンジンに接続できません。</translation>
    </message>
    <message>
        <source>Another process listens on the machine&apos;s API socket.</source>
        <translation>マシンの API ソケットを別のプロセスが使っています。</translation>
    </message>
    <message>
        <source>Makes and runs KVM microVMs on the command line. It works on the same machines as the manager (sparkler), at the same time: what one of them does the other sees. A machine runs on when the command has ended. MACHINE is its name, its id, or the beginning of an id that no other one has.</source>
        <translation>コマンドラインで KVM microVM を作成し、動かします。マネージャー（sparkler）と同じマシンを同時に扱い、一方の操作はもう一方からも見えます。コマンドが終わってもマシンは動き続けます。MACHINE は名前、ID、または他と重ならない ID の先頭です。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>The command line is wrong; nothing was done</source>
        <translation>コマンドラインの誤り。何もしていない</translation>
    </message>
    <message>
        <source>There is no such machine, snapshot, drive or interface, or the name fits several</source>
        <translation>そのマシン、スナップショット、ドライブ、インターフェースがない、または名前が複数に当てはまる</translation>
    </message>
    <message>
        <source>The machine&apos;s state does not allow it now</source>
        <translation>マシンの今の状態ではできない</translation>
    </message>
    <message>
        <source>“doctor” found a problem</source>
        <translation>「doctor」が問題を見つけた</translation>
    </message>
    <message>
        <source>Interrupted by a signal</source>
        <translation>シグナルで中断</translation>
    </message>
    <message>
        <source>[OPTION...]</source>
        <translation>[OPTION...]</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>使い方: %1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>オプション:</translation>
    </message>
    <message>
        <source>sparklectl COMMAND [OPTION...]</source>
        <translation>sparklectl COMMAND [OPTION...]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>コマンド:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>すべてのコマンドのオプション:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>終了コード:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>make and run KVM microVMs</source>
        <translation>KVM microVM を作成し、動かす</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>書式</translation>
    </message>
    <message>
        <source>COMMAND [OPTION...]</source>
        <translation>COMMAND [OPTION...]</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Options of every command</source>
        <translation>すべてのコマンドのオプション</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>終了コード</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Machines, trash and assets</source>
        <translation>マシン、ごみ箱、素材</translation>
    </message>
    <message>
        <source>The manager&apos;s settings: language, engine and time to stop count here, too</source>
        <translation>マネージャーの設定。言語、エンジン、停止までの時間はここでも有効</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>関連項目</translation>
    </message>
    <message>
        <source>user-mode network</source>
        <translation>ユーザーモードネットワーク</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>RECEIVE BANDWIDTH</source>
        <translation>受信帯域</translation>
    </message>
    <message>
        <source>RECEIVE OPERATIONS</source>
        <translation>受信操作数</translation>
    </message>
    <message>
        <source>SEND BANDWIDTH</source>
        <translation>送信帯域</translation>
    </message>
    <message>
        <source>SEND OPERATIONS</source>
        <translation>送信操作数</translation>
    </message>
    <message>
        <source>“%1” has no network interface “%2”.</source>
        <translation>「%1」にネットワークインターフェース「%2」はありません。</translation>
    </message>
    <message>
        <source>“sparklectl interface list” tells which there are.</source>
        <translation>どれがあるかは「sparklectl interface list」でわかります。</translation>
    </message>
    <message>
        <source>The network interface was not changed.</source>
        <translation>ネットワークインターフェースは変更されませんでした。</translation>
    </message>
    <message>
        <source>Bytes towards the guest</source>
        <translation>ゲストへのバイト数</translation>
    </message>
    <message>
        <source>Packets towards the guest</source>
        <translation>ゲストへのパケット数</translation>
    </message>
    <message>
        <source>Bytes from the guest</source>
        <translation>ゲストからのバイト数</translation>
    </message>
    <message>
        <source>Packets from the guest</source>
        <translation>ゲストからのパケット数</translation>
    </message>
    <message>
        <source>List a machine&apos;s network interfaces</source>
        <translation>マシンのネットワークインターフェースを一覧する</translation>
    </message>
    <message>
        <source>Limit a network interface, at once where the machine runs</source>
        <translation>ネットワークインターフェースを制限する。動作中のマシンにはすぐに反映</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds.</source>
        <translation>--timeout は秒数です。</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>「%1」は一時停止されませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>「%1」は再開されませんでした。</translation>
    </message>
    <message>
        <source>End the engine at once</source>
        <translation>エンジンをすぐに終了する</translation>
    </message>
    <message>
        <source>How long the guest may take to power off before it is forced to; the manager&apos;s setting, if not given</source>
        <translation>強制されるまでにゲストの電源断にかけてよい時間。なければマネージャーの設定</translation>
    </message>
    <message>
        <source>Start machines</source>
        <translation>マシンを起動する</translation>
    </message>
    <message>
        <source>Ends when the guests run. They run on afterwards, without any manager.</source>
        <translation>ゲストが動き出すと終わります。その後はマネージャーなしで動き続けます。</translation>
    </message>
    <message>
        <source>Ask guests to power off, and force those that do not</source>
        <translation>ゲストに電源断を求め、応じないものは強制する</translation>
    </message>
    <message>
        <source>Interrupted while it waits, it leaves the machine running.</source>
        <translation>待っている間に中断すると、マシンは動いたままになります。</translation>
    </message>
    <message>
        <source>Stop machines and start them with their present settings</source>
        <translation>マシンを停止し、現在の設定で起動する</translation>
    </message>
    <message>
        <source>Let guests stand still</source>
        <translation>ゲストを一時停止する</translation>
    </message>
    <message>
        <source>Let paused guests go on</source>
        <translation>一時停止したゲストを再開する</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>「%1」は起動されませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>「%1」は停止されませんでした。</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 10M (a second), 10M/100ms, 10M/1s+50M (with a burst).</source>
        <translation>「%1」は制限値ではありません。使えるもの: none、10M（毎秒）、10M/100ms、10M/1s+50M（バースト付き）。</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 500 (a second), 500/100ms, 500/1s+1000 (with a burst).</source>
        <translation>「%1」は制限値ではありません。使えるもの: none、500（毎秒）、500/100ms、500/1s+1000（バースト付き）。</translation>
    </message>
    <message>
        <source>--lines is a number.</source>
        <translation>--lines は数です。</translation>
    </message>
    <message>
        <source>The events were not read.</source>
        <translation>イベントは読まれませんでした。</translation>
    </message>
    <message>
        <source>So many of the last lines; 100 if not given</source>
        <translation>最後のこの行数。なければ 100</translation>
    </message>
    <message>
        <source>Then what is added, until a signal comes</source>
        <translation>その後、シグナルが来るまで追加分も表示する</translation>
    </message>
    <message>
        <source>What the engine wrote to its standard output and error</source>
        <translation>エンジンが標準出力と標準エラーに書いたもの</translation>
    </message>
    <message>
        <source>Print the log of a machine&apos;s engine</source>
        <translation>マシンのエンジンのログを表示する</translation>
    </message>
    <message>
        <source>Print what happens to a running machine, as it happens</source>
        <translation>動作中のマシンに起きることをその都度表示する</translation>
    </message>
    <message>
        <source>Ends when the machine does, or when a signal comes.</source>
        <translation>マシンが終わるか、シグナルが来ると終わります。</translation>
    </message>
    <message>
        <source>--vcpus is a number from 1 to 32.</source>
        <translation>--vcpus は 1 から 32 までの数です。</translation>
    </message>
    <message>
        <source>--memory is a size in whole MiB, such as 512 or 2G.</source>
        <translation>--memory は MiB 単位の大きさです。例: 512、2G。</translation>
    </message>
    <message>
        <source>--forward needs --network user.</source>
        <translation>--forward には --network user が必要です。</translation>
    </message>
    <message>
        <source>--vsock is a number from %1 to %2.</source>
        <translation>--vsock は %1 から %2 までの数です。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>ファイル %1 がありません。</translation>
    </message>
    <message>
        <source>“%1” is no forwarded port: [tcp:|udp:][ADDRESS:]HOST_PORT:GUEST_PORT.</source>
        <translation>「%1」は転送ポートではありません: [tcp:|udp:][アドレス:]ホストのポート:ゲストのポート。</translation>
    </message>
    <message>
        <source>No machines. Make one: sparklectl create --demo NAME</source>
        <translation>マシンがありません。作成するには: sparklectl create --demo NAME</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>読み書き可能</translation>
    </message>
    <message>
        <source>root</source>
        <translation>ルート</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>制限あり</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>path and properties</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>TAP device %1</source>
        <translation>TAP デバイス %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>実行方式</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>隔離</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>プロセス %1</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>コマンドライン</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>ドライブ %1</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>インターフェイス %1</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>vsock</translation>
    </message>
    <message>
        <source>CID %1</source>
        <translation>CID %1</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Only machines with an engine</source>
        <translation>エンジンのあるマシンだけ</translation>
    </message>
    <message>
        <source>Only machines of this group</source>
        <translation>このグループのマシンだけ</translation>
    </message>
    <message>
        <source>Only the names, one a line</source>
        <translation>名前だけ、一行に一つ</translation>
    </message>
    <message>
        <source>List the machines and what they do</source>
        <translation>マシンとその状態を一覧する</translation>
    </message>
    <message>
        <source>Tell all about one machine</source>
        <translation>一つのマシンについてすべてを表示する</translation>
    </message>
    <message>
        <source>With --json the configuration is the one of a Firecracker configuration file.</source>
        <translation>--json では、構成は Firecracker の設定ファイルと同じ形です。</translation>
    </message>
    <message>
        <source>The metrics were not read.</source>
        <translation>メトリクスは読まれませんでした。</translation>
    </message>
    <message>
        <source>COUNTER</source>
        <translation>カウンター</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>値</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Also what is 0</source>
        <translation>0 のものも</translation>
    </message>
    <message>
        <source>Every second what has changed, until the machine ends or a signal comes</source>
        <translation>マシンが終わるかシグナルが来るまで、毎秒の変化</translation>
    </message>
    <message>
        <source>Print what a running machine&apos;s engine has counted</source>
        <translation>動作中のマシンのエンジンが数えたものを表示する</translation>
    </message>
    <message>
        <source>PREFIX leaves only counters whose name begins so, such as net_eth0.</source>
        <translation>PREFIX を付けると、名前がそれで始まるカウンターだけになります。例: net_eth0。</translation>
    </message>
    <message>
        <source>The metadata were not read.</source>
        <translation>メタデータは読まれませんでした。</translation>
    </message>
    <message>
        <source>The metadata were not changed.</source>
        <translation>メタデータは変更されませんでした。</translation>
    </message>
    <message>
        <source>No network interface of the machine answers for the metadata service yet.</source>
        <translation>メタデータサービスに応答するネットワークインターフェースがまだありません。</translation>
    </message>
    <message>
        <source>It is not a JSON object: %1.</source>
        <translation>JSON オブジェクトではありません: %1。</translation>
    </message>
    <message>
        <source>What the machine starts with, also when it runs</source>
        <translation>動作中でも、起動時に使われるもの</translation>
    </message>
    <message>
        <source>Print the metadata: of the running machine, else what it starts with</source>
        <translation>メタデータを表示する。動作中のマシンのもの、なければ起動時のもの</translation>
    </message>
    <message>
        <source>Replace the metadata: of the running machine, else what it starts with</source>
        <translation>メタデータを置き換える。動作中のマシンのもの、なければ起動時のもの</translation>
    </message>
    <message>
        <source>Merge into the metadata; null takes a name away</source>
        <translation>メタデータに統合する。null は名前を取り除く</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>エンジンの最後の行:</translation>
    </message>
    <message>
        <source>“%1” was deleted meanwhile.</source>
        <translation>「%1」はその間に削除されました。</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>中断しました。</translation>
    </message>
    <message>
        <source>There is no machine “%1”.</source>
        <translation>マシン「%1」はありません。</translation>
    </message>
    <message>
        <source>“sparklectl list” tells which there are.</source>
        <translation>どれがあるかは「sparklectl list」でわかります。</translation>
    </message>
    <message>
        <source>“%1” fits several machines: %2.</source>
        <translation>「%1」は複数のマシンに当てはまります: %2。</translation>
    </message>
    <message>
        <source>Use more of the id.</source>
        <translation>ID をもっと長く指定してください。</translation>
    </message>
    <message>
        <source>Print the manual page, for man -l -</source>
        <translation>マニュアルページを出力する（man -l - 用）</translation>
    </message>
    <message>
        <source>Print a completion script for bash, zsh or fish</source>
        <translation>bash、zsh、fish 用の補完スクリプトを出力する</translation>
    </message>
    <message>
        <source>Tell what the commands do</source>
        <translation>コマンドの働きを説明する</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>バージョンを表示する</translation>
    </message>
    <message>
        <source>It can be done.</source>
        <translation>実行できます。</translation>
    </message>
    <message>
        <source>“%1” has no snapshot “%2”.</source>
        <translation>「%1」にスナップショット「%2」はありません。</translation>
    </message>
    <message>
        <source>“%1” fits several snapshots: %2.</source>
        <translation>「%1」は複数のスナップショットに当てはまります: %2。</translation>
    </message>
    <message>
        <source>“sparklectl snapshot list” tells which there are.</source>
        <translation>どれがあるかは「sparklectl snapshot list」でわかります。</translation>
    </message>
    <message>
        <source>“%1” was not restored.</source>
        <translation>「%1」は復元されませんでした。</translation>
    </message>
    <message>
        <source>--count is a number from 1 to %1.</source>
        <translation>--count は 1 から %1 までの数です。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>“%1” has no snapshots.</source>
        <translation>「%1」にスナップショットはありません。</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>元</translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation>取得日時</translation>
    </message>
    <message>
        <source>ON DISK</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>No snapshot was made.</source>
        <translation>スナップショットは取得されませんでした。</translation>
    </message>
    <message>
        <source>“%1” is taken; its id is %2.</source>
        <translation>「%1」を取得しました。ID は %2 です。</translation>
    </message>
    <message>
        <source>The snapshot was not deleted.</source>
        <translation>スナップショットは削除されませんでした。</translation>
    </message>
    <message>
        <source>Its name; the time if not given</source>
        <translation>名前。なければ時刻</translation>
    </message>
    <message>
        <source>A note with it</source>
        <translation>付けるメモ</translation>
    </message>
    <message>
        <source>Only what has changed since the last one</source>
        <translation>前回から変わったものだけ</translation>
    </message>
    <message>
        <source>Delete the diffs that need it, too</source>
        <translation>それを必要とする差分も削除する</translation>
    </message>
    <message>
        <source>Make the diffs that need it full before</source>
        <translation>先に、それを必要とする差分を完全なものにする</translation>
    </message>
    <message>
        <source>Leave the guest paused afterwards</source>
        <translation>その後ゲストを一時停止のままにする</translation>
    </message>
    <message>
        <source>Only tell what would come of it</source>
        <translation>結果がどうなるかだけを表示する</translation>
    </message>
    <message>
        <source>The new machine&apos;s name</source>
        <translation>新しいマシンの名前</translation>
    </message>
    <message>
        <source>So many machines, 1 to 64</source>
        <translation>この数のマシン、1 から 64</translation>
    </message>
    <message>
        <source>List a machine&apos;s snapshots</source>
        <translation>マシンのスナップショットを一覧する</translation>
    </message>
    <message>
        <source>A star marks the one that was made or restored last.</source>
        <translation>星印は、最後に取得または復元したものです。</translation>
    </message>
    <message>
        <source>Take a snapshot of a machine that runs or is paused</source>
        <translation>動作中または一時停止中のマシンのスナップショットを取る</translation>
    </message>
    <message>
        <source>Go back to a snapshot</source>
        <translation>スナップショットに戻る</translation>
    </message>
    <message>
        <source>Ends the machine&apos;s engine and starts it from the snapshot; what was done since is gone. When it fails, drives and settings are as before.</source>
        <translation>マシンのエンジンを終了し、スナップショットから起動します。その後の作業は失われます。失敗した場合、ドライブと設定は元のままです。</translation>
    </message>
    <message>
        <source>Make new machines from a snapshot and start them</source>
        <translation>スナップショットから新しいマシンを作り、起動する</translation>
    </message>
    <message>
        <source>Delete a snapshot for good</source>
        <translation>スナップショットを完全に削除する</translation>
    </message>
    <message>
        <source>Compare a snapshot&apos;s files with their checksums</source>
        <translation>スナップショットのファイルをチェックサムと照合する</translation>
    </message>
    <message>
        <source>Write a snapshot into one file, for elsewhere</source>
        <translation>スナップショットを他所で使える一つのファイルに書き出す</translation>
    </message>
    <message>
        <source>Make a stopped machine of such a file</source>
        <translation>そのようなファイルから停止したマシンを作る</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>「%1」は削除されませんでした。</translation>
    </message>
    <message>
        <source>“%1” is deleted for good.</source>
        <translation>「%1」を完全に削除しました。</translation>
    </message>
    <message>
        <source>“%1” is in the trash: sparklectl undelete %2</source>
        <translation>「%1」はごみ箱にあります: sparklectl undelete %2</translation>
    </message>
    <message>
        <source>There is no machine “%1” in the trash.</source>
        <translation>ごみ箱にマシン「%1」はありません。</translation>
    </message>
    <message>
        <source>“sparklectl trash” tells which there are.</source>
        <translation>どれがあるかは「sparklectl trash」でわかります。</translation>
    </message>
    <message>
        <source>“%1” is there again.</source>
        <translation>「%1」を元に戻しました。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>ごみ箱は空です。</translation>
    </message>
    <message>
        <source>DELETED</source>
        <translation>削除日時</translation>
    </message>
    <message>
        <source>With its disks and snapshots, for good</source>
        <translation>ディスクとスナップショットごと、完全に</translation>
    </message>
    <message>
        <source>Move machines that do not run into the trash</source>
        <translation>動いていないマシンをごみ箱に移す</translation>
    </message>
    <message>
        <source>Take machines out of the trash</source>
        <translation>マシンをごみ箱から戻す</translation>
    </message>
    <message>
        <source>List what is in the trash</source>
        <translation>ごみ箱の中を一覧する</translation>
    </message>
    <message>
        <source>It will probably go wrong; with --accept-risk it is tried.</source>
        <translation>おそらく失敗します。--accept-risk を付けると試みます。</translation>
    </message>
    <message>
        <source>Try it also where it will probably go wrong</source>
        <translation>おそらく失敗する場合も試みる</translation>
    </message>
    <message>
        <source>The processor that the guest sees: T2, T2S, T2CL, T2A, C3, or a template of one&apos;s own</source>
        <translation>ゲストから見えるプロセッサー: T2、T2S、T2CL、T2A、C3、または自作のテンプレート</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ApiError</name>
    <message>
        <source>there is no socket file</source>
        <translation>ソケットファイルがありません</translation>
    </message>
    <message>
        <source>nobody listens on the socket</source>
        <translation>ソケットで待ち受けているプロセスがありません</translation>
    </message>
    <message>
        <source>you may not open the socket</source>
        <translation>ソケットを開く権限がありません</translation>
    </message>
    <message>
        <source>the socket&apos;s path is not absolute</source>
        <translation>ソケットのパスが絶対パスではありません</translation>
    </message>
    <message>
        <source>the socket&apos;s path is longer than 106 bytes</source>
        <translation>ソケットのパスが 106 バイトを超えています</translation>
    </message>
    <message>
        <source>the file is not a socket</source>
        <translation>ファイルがソケットではありません</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached.</source>
        <translation>%1 に失敗しました: エンジンに接続できません。</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached, %2.</source>
        <translation>%1 に失敗しました: エンジンに接続できません (%2)。</translation>
    </message>
    <message>
        <source>%1 failed: the engine did not answer in time. It may still act on it.</source>
        <translation>%1 に失敗しました: エンジンが時間内に応答しませんでした。後から処理される可能性があります。</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1 はキャンセルされました。</translation>
    </message>
    <message>
        <source>%1 failed: the engine closed the connection before it had answered.</source>
        <translation>%1 に失敗しました: エンジンが応答する前に接続を閉じました。</translation>
    </message>
    <message>
        <source>%1 failed: the answer is not valid (%2).</source>
        <translation>%1 に失敗しました: 応答が正しくありません (%2)。</translation>
    </message>
    <message>
        <source>%1 failed: the answer is too large.</source>
        <translation>%1 に失敗しました: 応答が大きすぎます。</translation>
    </message>
    <message>
        <source>The engine refused %1 with status %2.</source>
        <translation>エンジンが %1 をステータス %2 で拒否しました。</translation>
    </message>
    <message>
        <source>The engine refused %1: %2</source>
        <translation>エンジンが %1 を拒否しました: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::AssetLibrary</name>
    <message>
        <source>It is not a regular file.</source>
        <translation>通常のファイルではありません。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>空です。</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>より新しいバージョンの Sparkler で書き込まれました。</translation>
    </message>
    <message>
        <source>Its asset.json is damaged.</source>
        <translation>asset.json が破損しています。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>ファイル %1 がありません。</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 はインポートされませんでした。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>フォルダー %1 を作成できません。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 を使用できません: %2</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 をインポート</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 を検証</translation>
    </message>
    <message>
        <source>The file was not verified.</source>
        <translation>ファイルは検証されませんでした。</translation>
    </message>
    <message>
        <source>It is not in the library.</source>
        <translation>ライブラリにありません。</translation>
    </message>
    <message>
        <source>%1 was not verified.</source>
        <translation>%1 は検証されませんでした。</translation>
    </message>
    <message>
        <source>%1 is not what was imported.</source>
        <translation>%1 はインポート時の内容と異なります。</translation>
    </message>
    <message>
        <source>Its checksum is %1; it was %2.</source>
        <translation>チェックサムは %1 ですが、インポート時は %2 でした。</translation>
    </message>
    <message>
        <source>Remove it and import it again.</source>
        <translation>削除してからもう一度インポートしてください。</translation>
    </message>
    <message>
        <source>The file was not removed.</source>
        <translation>ファイルは削除されませんでした。</translation>
    </message>
    <message>
        <source>It is not in the library any more.</source>
        <translation>すでにライブラリにありません。</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>%1 は削除されませんでした。</translation>
    </message>
    <message>
        <source>Make the demo guest</source>
        <translation>デモゲストを作成</translation>
    </message>
    <message>
        <source>The demo guest was not made.</source>
        <translation>デモゲストは作成されませんでした。</translation>
    </message>
    <message>
        <source>The program that makes it (guest/build-guest) was not found.</source>
        <translation>デモゲストを作成するプログラム (guest/build-guest) が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Reinstall Sparkler, or set SPARKLER_RESOURCES.</source>
        <translation>Sparkler を再インストールするか、SPARKLER_RESOURCES を設定してください。</translation>
    </message>
    <message>
        <source>Look at the last lines for the reason, then try again.</source>
        <translation>最後の数行で原因を確認してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Making the demo guest from Debian packages</source>
        <translation>Debian パッケージからデモゲストを作成中</translation>
    </message>
    <message>
        <source>Making it ended well, but there are files missing in %1.</source>
        <translation>作成は正常に終了しましたが、%1 に不足しているファイルがあります。</translation>
    </message>
    <message>
        <source>Create disk %1</source>
        <translation>ディスク %1 を作成</translation>
    </message>
    <message>
        <source>The disk was not made.</source>
        <translation>ディスクは作成されませんでした。</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 をコピー</translation>
    </message>
    <message>
        <source>The disk was not copied.</source>
        <translation>ディスクはコピーされませんでした。</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>%1 のサイズを変更</translation>
    </message>
    <message>
        <source>The disk was not resized.</source>
        <translation>ディスクのサイズは変更されませんでした。</translation>
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
        <translation>バルーン</translation>
    </message>
    <message>
        <source>Why there is no balloon</source>
        <translation>バルーンがない理由</translation>
    </message>
    <message>
        <source>Target of the balloon in MiB</source>
        <translation>バルーンの目標値 (MiB)</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Target of the balloon</source>
        <translation>バルーンの目標値</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>目標値(&amp;G)</translation>
    </message>
    <message>
        <source>So much memory the guest is asked to give back to the host. Its driver decides how fast, and whether it can.</source>
        <translation>この量のメモリをホストに返すよう、ゲストに要求します。どれだけ速く返せるか、また返せるかどうかは、ゲストのドライバー次第です。</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>返却済み</translation>
    </message>
    <message>
        <source>A&amp;cknowledge at the end</source>
        <translation>終了時に確認応答を送る(&amp;C)</translation>
    </message>
    <message>
        <source>The engine tells the guest when a run is over, so that it may use the pages again</source>
        <translation>実行が終わるとエンジンがゲストに通知し、ゲストはそのページを再び使えるようになります</translation>
    </message>
    <message>
        <source>Start a &amp;run</source>
        <translation>実行を開始(&amp;R)</translation>
    </message>
    <message>
        <source>Stop &amp;hinting</source>
        <translation>ヒンティングを停止(&amp;H)</translation>
    </message>
    <message>
        <source>Free page hinting</source>
        <translation>空きページのヒンティング</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Interval of the statistics</source>
        <translation>統計の間隔</translation>
    </message>
    <message>
        <source>&amp;Statistics every</source>
        <translation>統計の間隔(&amp;S)</translation>
    </message>
    <message>
        <source>The engine is not known yet.</source>
        <translation>エンジンはまだわかりません。</translation>
    </message>
    <message>
        <source>%1 Its balloon can be worked while it runs.</source>
        <translation>%1実行中にバルーンを操作できます。</translation>
    </message>
    <message>
        <source>This machine was started without a balloon. Add one under Hardware; it is there from the next start.
%1</source>
        <translation>このマシンはバルーンなしで起動されました。「ハードウェア」で追加すると、次回の起動時から使えます。
%1</translation>
    </message>
    <message>
        <source>The engine is being asked about the balloon.</source>
        <translation>バルーンについてエンジンに問い合わせています。</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>%1 を要求中…</translation>
    </message>
    <message>
        <source>%1 of %2 wanted</source>
        <translation>要求 %2 中 %1</translation>
    </message>
    <message>
        <source>Not known: the statistics are off. Wanted: %1</source>
        <translation>不明: 統計がオフです。要求: %1</translation>
    </message>
    <message>
        <source>How often the guest is asked. Statistics cannot be switched off while the machine runs.</source>
        <translation>ゲストに問い合わせる間隔です。マシンの実行中に統計をオフにすることはできません。</translation>
    </message>
    <message>
        <source>This machine was started without statistics, and they cannot be switched on while it runs. Give the balloon an interval (stats_polling_interval_s) under Hardware; it counts from the next start.</source>
        <translation>このマシンは統計なしで起動されました。実行中にオンにすることはできません。「ハードウェア」でバルーンに間隔 (stats_polling_interval_s) を設定してください。次回の起動時から有効になります。</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>Run %1 is under way</source>
        <translation>実行 %1 が進行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>%1; the guest has not answered yet</source>
        <translation>%1、ゲストはまだ応答していません</translation>
    </message>
    <message>
        <source>%1; the guest is at it</source>
        <translation>%1、ゲストが処理中です</translation>
    </message>
    <message>
        <source>host_cmd %1, guest_cmd %2</source>
        <translation>host_cmd %1, guest_cmd %2</translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <translation>進行中の実行はありません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonForm</name>
    <message>
        <source>Memory balloon</source>
        <translation>メモリバルーン</translation>
    </message>
    <message>
        <source>The host can &amp;take memory back from the guest</source>
        <translation>ホストがゲストからメモリを回収できるようにする(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Give memory back when the guest runs out</source>
        <translation>ゲストのメモリが不足したらメモリを戻す(&amp;G)</translation>
    </message>
    <message>
        <source>The guest tells which pages are &amp;free</source>
        <translation>ゲストが空きページを知らせる(&amp;F)</translation>
    </message>
    <message>
        <source>Free pages can be asked for (&amp;hinting)</source>
        <translation>空きページを要求できるようにする (ヒンティング)(&amp;H)</translation>
    </message>
    <message>
        <source>Target at the start</source>
        <translation>起動時の目標値</translation>
    </message>
    <message>
        <source>Tar&amp;get at the start</source>
        <translation>起動時の目標値(&amp;G)</translation>
    </message>
    <message>
        <source>As much as this the guest does without.</source>
        <translation>ゲストはこの量のメモリを使わずに動作します。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Sta&amp;tistics every</source>
        <translation>統計の間隔(&amp;T)</translation>
    </message>
    <message>
        <source>Statistics that are off at the start cannot be switched on while the machine runs.</source>
        <translation>起動時にオフの統計は、マシンの実行中にオンにできません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonMonitor</name>
    <message>
        <source>The balloon&apos;s target was not changed.</source>
        <translation>バルーンの目標値は変更されませんでした。</translation>
    </message>
    <message>
        <source>The interval of the statistics was not changed.</source>
        <translation>統計の間隔は変更されませんでした。</translation>
    </message>
    <message>
        <source>Free page hinting was not started.</source>
        <translation>空きページのヒンティングは開始されませんでした。</translation>
    </message>
    <message>
        <source>Free page hinting was not stopped.</source>
        <translation>空きページのヒンティングは停止されませんでした。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatistics</name>
    <message>
        <source>Swapped in</source>
        <translation>スワップイン</translation>
    </message>
    <message>
        <source>Memory that came back from swap space</source>
        <translation>スワップ領域から戻されたメモリ</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>スワップアウト</translation>
    </message>
    <message>
        <source>Memory that went to swap space</source>
        <translation>スワップ領域に移されたメモリ</translation>
    </message>
    <message>
        <source>Major page faults</source>
        <translation>メジャーページフォールト</translation>
    </message>
    <message>
        <source>Page faults that had to read from a disk</source>
        <translation>ディスクからの読み取りが必要だったページフォールト</translation>
    </message>
    <message>
        <source>Minor page faults</source>
        <translation>マイナーページフォールト</translation>
    </message>
    <message>
        <source>Page faults without reading from a disk</source>
        <translation>ディスクからの読み取りが不要だったページフォールト</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>空きメモリ</translation>
    </message>
    <message>
        <source>Memory that is used for nothing</source>
        <translation>何にも使われていないメモリ</translation>
    </message>
    <message>
        <source>Total memory</source>
        <translation>合計メモリ</translation>
    </message>
    <message>
        <source>Memory that the guest has, the balloon taken off</source>
        <translation>バルーンの分を除いた、ゲストのメモリ</translation>
    </message>
    <message>
        <source>Available memory</source>
        <translation>利用可能なメモリ</translation>
    </message>
    <message>
        <source>Memory that new programs could have without swapping</source>
        <translation>スワップなしで新しいプログラムが使えるメモリ</translation>
    </message>
    <message>
        <source>Disk caches</source>
        <translation>ディスクキャッシュ</translation>
    </message>
    <message>
        <source>Memory that holds file contents and could be given up</source>
        <translation>ファイルの内容を保持し、手放すことができるメモリ</translation>
    </message>
    <message>
        <source>Huge pages handed out</source>
        <translation>割り当てたヒュージページ</translation>
    </message>
    <message>
        <source>Allocations of huge pages that succeeded</source>
        <translation>成功したヒュージページの割り当て</translation>
    </message>
    <message>
        <source>Huge pages refused</source>
        <translation>拒否したヒュージページ</translation>
    </message>
    <message>
        <source>Allocations of huge pages that failed</source>
        <translation>失敗したヒュージページの割り当て</translation>
    </message>
    <message>
        <source>Killed for lack of memory</source>
        <translation>メモリ不足による強制終了</translation>
    </message>
    <message>
        <source>Processes that the guest ended because it had no memory</source>
        <translation>メモリがないためゲストが終了させたプロセス</translation>
    </message>
    <message>
        <source>Stalled allocations</source>
        <translation>停滞した割り当て</translation>
    </message>
    <message>
        <source>Allocations that had to wait until memory was reclaimed</source>
        <translation>メモリが回収されるまで待った割り当て</translation>
    </message>
    <message>
        <source>Pages scanned in the background</source>
        <translation>バックグラウンドで走査したページ</translation>
    </message>
    <message>
        <source>Pages looked at by the guest&apos;s background reclaim</source>
        <translation>ゲストのバックグラウンド回収が調べたページ</translation>
    </message>
    <message>
        <source>Pages scanned while waiting</source>
        <translation>待機中に走査したページ</translation>
    </message>
    <message>
        <source>Pages looked at while an allocation was waiting</source>
        <translation>割り当ての待機中に調べたページ</translation>
    </message>
    <message>
        <source>Pages reclaimed in the background</source>
        <translation>バックグラウンドで回収したページ</translation>
    </message>
    <message>
        <source>Pages won by the guest&apos;s background reclaim</source>
        <translation>ゲストのバックグラウンド回収で得られたページ</translation>
    </message>
    <message>
        <source>Pages reclaimed while waiting</source>
        <translation>待機中に回収したページ</translation>
    </message>
    <message>
        <source>Pages won while an allocation was waiting</source>
        <translation>割り当ての待機中に得られたページ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatisticsView</name>
    <message>
        <source>Memory as the guest sees it</source>
        <translation>ゲストから見たメモリ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>利用可能</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空き</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s memory</source>
        <translation>ゲストのメモリの統計</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BootSourceForm</name>
    <message>
        <source>Boot source</source>
        <translation>ブートソース</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>初期 RAM ディスク</translation>
    </message>
    <message>
        <source>Use the engine&apos;s default argumen&amp;ts</source>
        <translation>エンジンの既定の引数を使う(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>カーネル(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Initial RAM disk</source>
        <translation>初期 RAM ディスク(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Boot arguments</source>
        <translation>ブート引数(&amp;B)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ByteSizeField</name>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Enter a size such as 512 MiB or 1.5 GiB.</source>
        <translation>512 MiB や 1.5 GiB のようなサイズを入力してください。</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>整数を入力してください。</translation>
    </message>
    <message>
        <source>The least is %1.</source>
        <translation>最小値は %1 です。</translation>
    </message>
    <message>
        <source>The most is %1.</source>
        <translation>最大値は %1 です。</translation>
    </message>
    <message>
        <source>Enter a multiple of %1.</source>
        <translation>%1 の倍数を入力してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ChangeBar</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未適用の変更</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>適用(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Applies now: %1</source>
        <translation>すぐに適用: %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>次回の起動時: %1</translation>
    </message>
    <message>
        <source>Cannot be applied yet: %1</source>
        <translation>まだ適用できません: %1</translation>
    </message>
    <message>
        <source>The changes are being applied.</source>
        <translation>変更を適用しています。</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>適用中…</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneOperation</name>
    <message>
        <source>No machine was made from “%1”.</source>
        <translation>「%1」からマシンは作成されませんでした。</translation>
    </message>
    <message>
        <source>Between 1 and %1 machines can be made at once.</source>
        <translation>一度に作成できるマシンは 1〜%1 台です。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>メモリをつなぎ合わせています</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>マシンは処理中に削除されました。</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <translation>%1 クローン</translation>
    </message>
    <message>
        <source>Making “%1”</source>
        <translation>「%1」を作成中</translation>
    </message>
    <message>
        <source>It is being made from a snapshot.</source>
        <translation>スナップショットから作成中です。</translation>
    </message>
    <message>
        <source>Starting “%1”</source>
        <translation>「%1」を起動中</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>マシンは作成されませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were made before and run.</source>
        <translation>
            <numerusform>それまでに作成した %n 台のマシンは動作しています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneSnapshotDialog</name>
    <message>
        <source>%1: %2</source>
        <comment>interface and its network device</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between network interfaces</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>New machine from “%1”</source>
        <translation>「%1」から新しいマシンを作成</translation>
    </message>
    <message>
        <source>Start clones of “%1”</source>
        <translation>「%1」のクローンを起動</translation>
    </message>
    <message>
        <source>&amp;Make and start</source>
        <translation>作成して起動(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Start clones</source>
        <translation>クローンを起動(&amp;S)</translation>
    </message>
    <message>
        <source>A machine of its own goes on from where “%1” was taken. It gets an id, network devices and copies of the drives of its own, and the guest is told that it is a clone.</source>
        <translation>「%1」を取得した時点から、独立したマシンが動き始めます。固有の ID、ネットワークデバイス、ドライブのコピーを持ち、ゲストには自分がクローンであることが知らされます。</translation>
    </message>
    <message>
        <source>Machines of their own go on from where “%1” was taken. Each gets an id, network devices and copies of the drives of its own, and each guest is told that it is a clone.</source>
        <translation>「%1」を取得した時点から、独立したマシンがそれぞれ動き始めます。各マシンは固有の ID、ネットワークデバイス、ドライブのコピーを持ち、各ゲストには自分がクローンであることが知らされます。</translation>
    </message>
    <message>
        <source>H&amp;ow many</source>
        <translation>台数(&amp;O)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>Na&amp;me of the first</source>
        <translation>1 台目の名前(&amp;M)</translation>
    </message>
    <message>
        <source>The others get a number.</source>
        <translation>2 台目以降には番号が付きます。</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>The machines</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Network devices on this host</source>
        <translation>このホストのネットワークデバイス</translation>
    </message>
    <message>
        <source>Names and network devices of the new machines</source>
        <translation>新しいマシンの名前とネットワークデバイス</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>このホスト</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on at once</source>
        <translation>すぐにゲストを再開する(&amp;G)</translation>
    </message>
    <message>
        <source>Let the guests &amp;go on at once</source>
        <translation>すぐにゲストを再開する(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Note which memory the first guest touches first</source>
        <translation>最初のゲストがどのメモリから使うかを記録する(&amp;N)</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>その後</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>次回以降の復元では、そのメモリをまとめて読み込むので速くなります。</translation>
    </message>
    <message>
        <source>Processor, engine, files and network devices fit.</source>
        <translation>プロセッサー、エンジン、ファイル、ネットワークデバイスに問題はありません。</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>マシンには名前が必要です。</translation>
    </message>
    <message>
        <source>Looking whether it can be started here…</source>
        <translation>ここで起動できるか確認しています…</translation>
    </message>
    <message>
        <source>It cannot be started as things are; see what is said above.</source>
        <translation>現状では起動できません。上の説明を参照してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ConsolePage</name>
    <message>
        <source>No machine selected</source>
        <translation>マシンが選択されていません</translation>
    </message>
    <message>
        <source>Select a machine to see its console.</source>
        <translation>マシンを選択するとコンソールが表示されます。</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>読み取り専用(&amp;R)</translation>
    </message>
    <message>
        <source>Sear&amp;ch</source>
        <translation>検索(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>すべてコピー(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>クリア(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save log…</source>
        <translation>ログを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>The guest does not read its console: what was typed last was not sent. Try again later, or paste less at once.</source>
        <translation>ゲストがコンソールを読み取っていないため、最後の入力は送信されませんでした。後でもう一度試すか、一度に貼り付ける量を減らしてください。</translation>
    </message>
    <message>
        <source>Save console log</source>
        <translation>コンソールのログを保存</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>テキストファイル (*.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The console log was not saved.</source>
        <translation>コンソールのログは保存されませんでした。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>別の場所を選択してください。</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly. The Overview says more.</source>
        <translation>マシンが予期せず停止しました。詳しくは「概要」を見てください。</translation>
    </message>
    <message>
        <source>The machine is not running. Its console connects when it starts.</source>
        <translation>マシンは実行されていません。起動するとコンソールが接続されます。</translation>
    </message>
    <message>
        <source>Connecting to the console…</source>
        <translation>コンソールに接続中…</translation>
    </message>
    <message>
        <source>The console is not connected. Trying again; what the guest prints meanwhile is kept by the engine.</source>
        <translation>コンソールが接続されていません。再接続を試みています。その間のゲストの出力はエンジンが保持します。</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>マシンが選択されていません。</translation>
    </message>
    <message>
        <source>Save screen and history as text</source>
        <translation>画面と履歴をテキストとして保存</translation>
    </message>
    <message>
        <source>Empty screen and history; the guest is not told</source>
        <translation>画面と履歴を消去 (ゲストには通知しません)</translation>
    </message>
    <message>
        <source>Search screen and history</source>
        <translation>画面と履歴を検索</translation>
    </message>
    <message>
        <source>Copy screen and history</source>
        <translation>画面と履歴をコピー</translation>
    </message>
    <message>
        <source>Keep what you type from the guest</source>
        <translation>入力をゲストに送らない</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>コンソール</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CopyBlock</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CounterModel</name>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>カウンター</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>レート</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <comment>counters of a group</comment>
        <translation>
            <numerusform>失敗 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, counts failures</source>
        <comment>counter</comment>
        <translation>%1、失敗を計数中</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what a counter means</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>This is a level, not a count: it has no rate.</source>
        <translation>これは回数ではなく水準なので、レートはありません。</translation>
    </message>
    <message>
        <source>This is 0 in a healthy run.</source>
        <translation>正常な実行では 0 です。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CounterText</name>
    <message>
        <source>Times the device could not be activated by the guest&apos;s driver</source>
        <translation>ゲストのドライバーがデバイスを有効にできなかった回数</translation>
    </message>
    <message>
        <source>Invalid accesses to the device&apos;s configuration space</source>
        <translation>デバイスの構成空間への無効なアクセス</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s events</source>
        <translation>デバイスのイベント処理中のエラー</translation>
    </message>
    <message>
        <source>Notifications by the guest</source>
        <translation>ゲストからの通知</translation>
    </message>
    <message>
        <source>Times the rate limiter&apos;s timer has fired</source>
        <translation>レートリミッターのタイマーが作動した回数</translation>
    </message>
    <message>
        <source>Requests delayed by the rate limiter</source>
        <translation>レートリミッターによって遅延したリクエスト</translation>
    </message>
    <message>
        <source>Time from the start of the process until the API was ready</source>
        <translation>プロセスの開始から API の準備完了までの時間</translation>
    </message>
    <message>
        <source>Processor time used until the API was ready</source>
        <translation>API の準備完了までに使ったプロセッサー時間</translation>
    </message>
    <message>
        <source>Times the guest has handed memory to the balloon</source>
        <translation>ゲストがバルーンにメモリを渡した回数</translation>
    </message>
    <message>
        <source>Times the guest has taken memory back from the balloon</source>
        <translation>ゲストがバルーンからメモリを取り戻した回数</translation>
    </message>
    <message>
        <source>Statistics received from the guest&apos;s driver</source>
        <translation>ゲストのドライバーから受け取った統計</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s driver that could not be read</source>
        <translation>読み取れなかったゲストのドライバーの統計</translation>
    </message>
    <message>
        <source>Ranges of free memory reported by the guest</source>
        <translation>ゲストがレポートした空きメモリの範囲</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page reporting</source>
        <translation>空きページのレポートによってホストに返却されたバイト数</translation>
    </message>
    <message>
        <source>Reported ranges that could not be given back</source>
        <translation>レポートされたが返却できなかった範囲</translation>
    </message>
    <message>
        <source>Ranges of free memory hinted by the guest</source>
        <translation>ゲストがヒントを出した空きメモリの範囲</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page hinting</source>
        <translation>空きページのヒンティングによってホストに返却されたバイト数</translation>
    </message>
    <message>
        <source>Hinted ranges that could not be given back</source>
        <translation>ヒントが出されたが返却できなかった範囲</translation>
    </message>
    <message>
        <source>Runs over the queue that found no request</source>
        <translation>キューの処理でリクエストが見つからなかった回数</translation>
    </message>
    <message>
        <source>Requests that failed while being carried out</source>
        <translation>実行中に失敗したリクエスト</translation>
    </message>
    <message>
        <source>Requests of unknown type, or that failed</source>
        <translation>種類が不明、または失敗したリクエスト</translation>
    </message>
    <message>
        <source>Flushes carried out (none with the cache type Unsafe)</source>
        <translation>実行したフラッシュ (キャッシュの種類が Unsafe の場合はなし)</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives</source>
        <translation>PATCH /drives による更新</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives that failed</source>
        <translation>失敗した PATCH /drives による更新</translation>
    </message>
    <message>
        <source>Bytes read by the guest</source>
        <translation>ゲストが読み取ったバイト数</translation>
    </message>
    <message>
        <source>Bytes written by the guest</source>
        <translation>ゲストが書き込んだバイト数</translation>
    </message>
    <message>
        <source>Reads that succeeded</source>
        <translation>成功した読み取り</translation>
    </message>
    <message>
        <source>Writes that succeeded</source>
        <translation>成功した書き込み</translation>
    </message>
    <message>
        <source>Duration of reads</source>
        <translation>読み取りの所要時間</translation>
    </message>
    <message>
        <source>Duration of writes</source>
        <translation>書き込みの所要時間</translation>
    </message>
    <message>
        <source>Requests delayed because the asynchronous I/O queue was full</source>
        <translation>非同期 I/O のキューが満杯のため遅延したリクエスト</translation>
    </message>
    <message>
        <source>Requests left in the queue after each run over it, summed up</source>
        <translation>キューを処理するたびに残っていたリクエストの累計</translation>
    </message>
    <message>
        <source>Requests that used a deprecated field</source>
        <translation>非推奨のフィールドを使ったリクエスト</translation>
    </message>
    <message>
        <source>Deprecated command line options used</source>
        <translation>使われた非推奨のコマンドラインオプション</translation>
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
        <translation>実行できなかったリセットなど</translation>
    </message>
    <message>
        <source>Reads of unsupported size or register</source>
        <translation>対応していないサイズまたはレジスターの読み取り</translation>
    </message>
    <message>
        <source>Writes of unsupported size or register</source>
        <translation>対応していないサイズまたはレジスターへの書き込み</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>読み取られたバイト数</translation>
    </message>
    <message>
        <source>Resets asked for by the guest</source>
        <translation>ゲストが要求したリセット</translation>
    </message>
    <message>
        <source>Writes handled</source>
        <translation>処理した書き込み</translation>
    </message>
    <message>
        <source>Interrupts raised by devices</source>
        <translation>デバイスが発生させた割り込み</translation>
    </message>
    <message>
        <source>Changes of interrupt routing</source>
        <translation>割り込みルーティングの変更</translation>
    </message>
    <message>
        <source>Lines of the metrics file that were lost</source>
        <translation>失われたメトリクスファイルの行</translation>
    </message>
    <message>
        <source>Other errors of the metrics</source>
        <translation>メトリクスのその他のエラー</translation>
    </message>
    <message>
        <source>Log records that were lost</source>
        <translation>失われたログレコード</translation>
    </message>
    <message>
        <source>Errors of the logger</source>
        <translation>ロガーのエラー</translation>
    </message>
    <message>
        <source>Log records left out because there were too many</source>
        <translation>多すぎるため省かれたログレコード</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s queue</source>
        <translation>デバイスのキュー処理中のエラー</translation>
    </message>
    <message>
        <source>Duration of plugging memory</source>
        <translation>メモリ追加の所要時間</translation>
    </message>
    <message>
        <source>Requests to plug memory</source>
        <translation>メモリ追加のリクエスト</translation>
    </message>
    <message>
        <source>Bytes plugged</source>
        <translation>追加されたバイト数</translation>
    </message>
    <message>
        <source>Requests to plug memory that failed</source>
        <translation>失敗したメモリ追加のリクエスト</translation>
    </message>
    <message>
        <source>Duration of unplugging memory</source>
        <translation>メモリ取り外しの所要時間</translation>
    </message>
    <message>
        <source>Requests to unplug memory</source>
        <translation>メモリ取り外しのリクエスト</translation>
    </message>
    <message>
        <source>Bytes unplugged</source>
        <translation>取り外されたバイト数</translation>
    </message>
    <message>
        <source>Requests to unplug memory that failed</source>
        <translation>失敗したメモリ取り外しのリクエスト</translation>
    </message>
    <message>
        <source>Unplugged memory that could not be given back to the host</source>
        <translation>取り外されたが、ホストに返却できなかったメモリ</translation>
    </message>
    <message>
        <source>Duration of unplugging all memory</source>
        <translation>全メモリ取り外しの所要時間</translation>
    </message>
    <message>
        <source>Requests to unplug all memory</source>
        <translation>全メモリ取り外しのリクエスト</translation>
    </message>
    <message>
        <source>Requests to unplug all memory that failed</source>
        <translation>失敗した全メモリ取り外しのリクエスト</translation>
    </message>
    <message>
        <source>Duration of state queries</source>
        <translation>状態の問い合わせの所要時間</translation>
    </message>
    <message>
        <source>State queries</source>
        <translation>状態の問い合わせ</translation>
    </message>
    <message>
        <source>State queries that failed</source>
        <translation>失敗した状態の問い合わせ</translation>
    </message>
    <message>
        <source>Frames of the guest that were for the metadata service</source>
        <translation>メタデータサービス宛てのゲストのフレーム</translation>
    </message>
    <message>
        <source>Such frames that could not be handled</source>
        <translation>処理できなかったメタデータサービス宛てのフレーム</translation>
    </message>
    <message>
        <source>Unexpected but harmless frames or segments</source>
        <translation>予期しないが無害なフレームまたはセグメント</translation>
    </message>
    <message>
        <source>Frames that are not valid Ethernet</source>
        <translation>正しい Ethernet ではないフレーム</translation>
    </message>
    <message>
        <source>GET requests with a wrong token</source>
        <translation>トークンが誤っている GET リクエスト</translation>
    </message>
    <message>
        <source>GET requests without a token</source>
        <translation>トークンのない GET リクエスト</translation>
    </message>
    <message>
        <source>TCP segments received</source>
        <translation>受信した TCP セグメント</translation>
    </message>
    <message>
        <source>Bytes sent to the guest</source>
        <translation>ゲストに送信したバイト数</translation>
    </message>
    <message>
        <source>Packets produced</source>
        <translation>生成したパケット</translation>
    </message>
    <message>
        <source>Packets that could not be produced</source>
        <translation>生成できなかったパケット</translation>
    </message>
    <message>
        <source>Frames sent to the guest</source>
        <translation>ゲストに送信したフレーム</translation>
    </message>
    <message>
        <source>TCP connections accepted</source>
        <translation>受け入れた TCP 接続</translation>
    </message>
    <message>
        <source>TCP connections that have ended</source>
        <translation>終了した TCP 接続</translation>
    </message>
    <message>
        <source>Times the guest changed its MAC address</source>
        <translation>ゲストが MAC アドレスを変更した回数</translation>
    </message>
    <message>
        <source>Times the guest had no buffer for a frame</source>
        <translation>ゲストにフレーム用のバッファーがなかった回数</translation>
    </message>
    <message>
        <source>Runs over the transmit queue that found no frame</source>
        <translation>送信キューの処理でフレームが見つからなかった回数</translation>
    </message>
    <message>
        <source>Notifications by the guest: buffers to receive into</source>
        <translation>ゲストからの通知: 受信用バッファー</translation>
    </message>
    <message>
        <source>Times the receive limiter&apos;s timer has fired</source>
        <translation>受信リミッターのタイマーが作動した回数</translation>
    </message>
    <message>
        <source>Frames larger than the guest&apos;s buffers</source>
        <translation>ゲストのバッファーより大きいフレーム</translation>
    </message>
    <message>
        <source>Times receiving was delayed by the rate limiter</source>
        <translation>レートリミッターによって受信が遅延した回数</translation>
    </message>
    <message>
        <source>Times the TAP interface had something to read</source>
        <translation>TAP インターフェイスに読み取るものがあった回数</translation>
    </message>
    <message>
        <source>Bytes delivered to the guest</source>
        <translation>ゲストに届けたバイト数</translation>
    </message>
    <message>
        <source>Frames delivered to the guest</source>
        <translation>ゲストに届けたフレーム</translation>
    </message>
    <message>
        <source>Frames that could not be delivered</source>
        <translation>届けられなかったフレーム</translation>
    </message>
    <message>
        <source>Receive operations that succeeded</source>
        <translation>成功した受信操作</translation>
    </message>
    <message>
        <source>Errors reading from the TAP interface</source>
        <translation>TAP インターフェイスからの読み取りエラー</translation>
    </message>
    <message>
        <source>Errors writing to the TAP interface</source>
        <translation>TAP インターフェイスへの書き込みエラー</translation>
    </message>
    <message>
        <source>Duration of writes to the TAP interface</source>
        <translation>TAP インターフェイスへの書き込みの所要時間</translation>
    </message>
    <message>
        <source>Bytes taken from the guest</source>
        <translation>ゲストから受け取ったバイト数</translation>
    </message>
    <message>
        <source>Frames of the guest with missing or short header or payload</source>
        <translation>ヘッダーまたはペイロードがないか短すぎるゲストのフレーム</translation>
    </message>
    <message>
        <source>Frames that could not be transmitted</source>
        <translation>送信できなかったフレーム</translation>
    </message>
    <message>
        <source>Writes to the TAP interface that succeeded</source>
        <translation>成功した TAP インターフェイスへの書き込み</translation>
    </message>
    <message>
        <source>Frames transmitted</source>
        <translation>送信したフレーム</translation>
    </message>
    <message>
        <source>Frames of the guest that were read in part</source>
        <translation>一部だけ読み取られたゲストのフレーム</translation>
    </message>
    <message>
        <source>Notifications by the guest: frames to send</source>
        <translation>ゲストからの通知: 送信するフレーム</translation>
    </message>
    <message>
        <source>Times the transmit limiter&apos;s timer has fired</source>
        <translation>送信リミッターのタイマーが作動した回数</translation>
    </message>
    <message>
        <source>Times transmitting was delayed by the rate limiter</source>
        <translation>レートリミッターによって送信が遅延した回数</translation>
    </message>
    <message>
        <source>Frames whose source address is not the interface&apos;s own</source>
        <translation>送信元アドレスがインターフェイス自身のものではないフレーム</translation>
    </message>
    <message>
        <source>Frames left in the queue after each run over it, summed up</source>
        <translation>キューを処理するたびに残っていたフレームの累計</translation>
    </message>
    <message>
        <source>Invalid accesses</source>
        <translation>無効なアクセス</translation>
    </message>
    <message>
        <source>Invalid reads</source>
        <translation>無効な読み取り</translation>
    </message>
    <message>
        <source>Invalid writes</source>
        <translation>無効な書き込み</translation>
    </message>
    <message>
        <source>1 after a system call that the filter does not allow</source>
        <translation>フィルターが許可しないシステムコールの後は 1</translation>
    </message>
    <message>
        <source>Writes to sockets whose other end was closed (harmless)</source>
        <translation>相手側が閉じられたソケットへの書き込み (無害)</translation>
    </message>
    <message>
        <source>Events of devices</source>
        <translation>デバイスのイベント</translation>
    </message>
    <message>
        <source>1 after an internal error that ended the engine</source>
        <translation>エンジンを終了させた内部エラーの後は 1</translation>
    </message>
    <message>
        <source>Errors of output or interrupts, and lost bytes</source>
        <translation>出力または割り込みのエラーと、失われたバイト</translation>
    </message>
    <message>
        <source>Flushes of the output</source>
        <translation>出力のフラッシュ</translation>
    </message>
    <message>
        <source>Reads of wrong size or offset</source>
        <translation>サイズまたはオフセットが誤った読み取り</translation>
    </message>
    <message>
        <source>Writes of wrong size or offset, and output that was dropped</source>
        <translation>サイズまたはオフセットが誤った書き込みと、破棄された出力</translation>
    </message>
    <message>
        <source>Bytes that the guest read</source>
        <translation>ゲストが読み取ったバイト数</translation>
    </message>
    <message>
        <source>Bytes that the guest wrote</source>
        <translation>ゲストが書き込んだバイト数</translation>
    </message>
    <message>
        <source>Bytes of output dropped by the rate limiter</source>
        <translation>レートリミッターによって破棄された出力のバイト数</translation>
    </message>
    <message>
        <source>Reads from I/O ports</source>
        <translation>I/O ポートからの読み取り</translation>
    </message>
    <message>
        <source>Writes to I/O ports</source>
        <translation>I/O ポートへの書き込み</translation>
    </message>
    <message>
        <source>Reads from device memory</source>
        <translation>デバイスメモリからの読み取り</translation>
    </message>
    <message>
        <source>Writes to device memory</source>
        <translation>デバイスメモリへの書き込み</translation>
    </message>
    <message>
        <source>Exits that are fatal or unknown</source>
        <translation>致命的または不明なイグジット</translation>
    </message>
    <message>
        <source>Times the guest could not be told that it was paused</source>
        <translation>一時停止したことをゲストに通知できなかった回数</translation>
    </message>
    <message>
        <source>Time taken for reads from I/O ports</source>
        <translation>I/O ポートからの読み取りにかかった時間</translation>
    </message>
    <message>
        <source>Time taken for writes to I/O ports</source>
        <translation>I/O ポートへの書き込みにかかった時間</translation>
    </message>
    <message>
        <source>Time taken for reads from device memory</source>
        <translation>デバイスメモリからの読み取りにかかった時間</translation>
    </message>
    <message>
        <source>Time taken for writes to device memory</source>
        <translation>デバイスメモリへの書き込みにかかった時間</translation>
    </message>
    <message>
        <source>Time for connecting and agreeing with the backend</source>
        <translation>バックエンドとの接続とネゴシエーションの時間</translation>
    </message>
    <message>
        <source>Time for activating the device</source>
        <translation>デバイスを有効にする時間</translation>
    </message>
    <message>
        <source>Time of the last change of the configuration</source>
        <translation>最後の構成変更の時間</translation>
    </message>
    <message>
        <source>Errors while handling the receive queue</source>
        <translation>受信キューの処理中のエラー</translation>
    </message>
    <message>
        <source>Errors while handling the transmit queue</source>
        <translation>送信キューの処理中のエラー</translation>
    </message>
    <message>
        <source>Errors while handling the event queue</source>
        <translation>イベントキューの処理中のエラー</translation>
    </message>
    <message>
        <source>Errors while accepting connections on the host</source>
        <translation>ホストでの接続受け入れ中のエラー</translation>
    </message>
    <message>
        <source>Errors of connections</source>
        <translation>接続のエラー</translation>
    </message>
    <message>
        <source>Notifications by the guest: packets to send</source>
        <translation>ゲストからの通知: 送信するパケット</translation>
    </message>
    <message>
        <source>Bytes from the host to the guest</source>
        <translation>ホストからゲストへのバイト数</translation>
    </message>
    <message>
        <source>Bytes from the guest to the host</source>
        <translation>ゲストからホストへのバイト数</translation>
    </message>
    <message>
        <source>Packets from the host to the guest</source>
        <translation>ホストからゲストへのパケット</translation>
    </message>
    <message>
        <source>Packets from the guest to the host</source>
        <translation>ゲストからホストへのパケット</translation>
    </message>
    <message>
        <source>Connections that began</source>
        <translation>開始した接続</translation>
    </message>
    <message>
        <source>Connections that were cut</source>
        <translation>切断された接続</translation>
    </message>
    <message>
        <source>Connections that have ended</source>
        <translation>終了した接続</translation>
    </message>
    <message>
        <source>Times the list of connections to be cut was built anew</source>
        <translation>切断する接続のリストを作り直した回数</translation>
    </message>
    <message>
        <source>Data that could not be passed on to a socket of the host</source>
        <translation>ホストのソケットに渡せなかったデータ</translation>
    </message>
    <message>
        <source>Errors writing to sockets of the host</source>
        <translation>ホストのソケットへの書き込みエラー</translation>
    </message>
    <message>
        <source>Errors reading from sockets of the host</source>
        <translation>ホストのソケットからの読み取りエラー</translation>
    </message>
    <message>
        <source>Requests that failed</source>
        <translation>失敗したリクエスト</translation>
    </message>
    <message>
        <source>Requests handled</source>
        <translation>処理したリクエスト</translation>
    </message>
    <message>
        <source>Random bytes given to the guest</source>
        <translation>ゲストに渡した乱数のバイト数</translation>
    </message>
    <message>
        <source>Errors of the host&apos;s random number generator</source>
        <translation>ホストの乱数生成器のエラー</translation>
    </message>
    <message>
        <source>Requests %1 %2</source>
        <translation>%1 %2 のリクエスト</translation>
    </message>
    <message>
        <source>Requests %1 %2 refused because of their form</source>
        <translation>形式が原因で拒否された %1 %2 のリクエスト</translation>
    </message>
    <message>
        <source>%1: the shortest since the start</source>
        <translation>%1: 起動後の最短</translation>
    </message>
    <message>
        <source>%1: the longest since the start</source>
        <translation>%1: 起動後の最長</translation>
    </message>
    <message>
        <source>%1: all of them added up</source>
        <translation>%1: すべての合計</translation>
    </message>
    <message>
        <source>%1: the average since the sample before, as computed here</source>
        <translation>%1: 前のサンプル以降の平均 (Sparkler で計算)</translation>
    </message>
    <message>
        <source>Duration of the last such action inside the engine; 0: none yet</source>
        <translation>エンジン内での最後の該当アクションの所要時間 (0: まだなし)</translation>
    </message>
    <message>
        <source>Duration of the last such request; 0: none yet</source>
        <translation>最後の該当リクエストの所要時間 (0: まだなし)</translation>
    </message>
    <message>
        <source>1 after the engine was ended by this signal</source>
        <translation>エンジンがこのシグナルで終了した後は 1</translation>
    </message>
    <message>
        <source>Vhost-user drive %1</source>
        <translation>vhost-user ドライブ %1</translation>
    </message>
    <message>
        <source>All vhost-user drives</source>
        <translation>すべての vhost-user ドライブ</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>ドライブ %1</translation>
    </message>
    <message>
        <source>All drives</source>
        <translation>すべてのドライブ</translation>
    </message>
    <message>
        <source>Network interface %1</source>
        <translation>ネットワークインターフェイス %1</translation>
    </message>
    <message>
        <source>All network interfaces</source>
        <translation>すべてのネットワークインターフェイス</translation>
    </message>
    <message>
        <source>Persistent memory %1</source>
        <translation>永続メモリ %1</translation>
    </message>
    <message>
        <source>All persistent memory</source>
        <translation>すべての永続メモリ</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API サーバー</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>バルーン</translation>
    </message>
    <message>
        <source>Deprecated API calls</source>
        <translation>非推奨の API 呼び出し</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>エントロピーデバイス</translation>
    </message>
    <message>
        <source>API: GET requests</source>
        <translation>API: GET リクエスト</translation>
    </message>
    <message>
        <source>Keyboard controller (reset)</source>
        <translation>キーボードコントローラー (リセット)</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>割り込み</translation>
    </message>
    <message>
        <source>Duration of API actions</source>
        <translation>API アクションの所要時間</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>ロガー</translation>
    </message>
    <message>
        <source>Memory hotplug</source>
        <translation>メモリのホットプラグ</translation>
    </message>
    <message>
        <source>Metadata service (MMDS)</source>
        <translation>メタデータサービス (MMDS)</translation>
    </message>
    <message>
        <source>API: PATCH requests</source>
        <translation>API: PATCH リクエスト</translation>
    </message>
    <message>
        <source>API: PUT requests</source>
        <translation>API: PUT リクエスト</translation>
    </message>
    <message>
        <source>Real-time clock</source>
        <translation>リアルタイムクロック</translation>
    </message>
    <message>
        <source>System call filter</source>
        <translation>システムコールフィルター</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>シグナル</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>シリアルポート</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>vsock</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CountersView</name>
    <message>
        <source>Filter counters</source>
        <translation>カウンターを絞り込み</translation>
    </message>
    <message>
        <source>Filter counters by name or meaning</source>
        <translation>カウンターを名前または意味で絞り込み</translation>
    </message>
    <message>
        <source>&amp;Failures only</source>
        <translation>失敗のみ(&amp;F)</translation>
    </message>
    <message>
        <source>Counters that are 0 in a healthy run, and are not now</source>
        <translation>正常な実行では 0 ですが、現在は 0 でないカウンター</translation>
    </message>
    <message>
        <source>Untick a&amp;ll</source>
        <translation>チェックをすべて外す(&amp;L)</translation>
    </message>
    <message>
        <source>Plot &amp;ticked</source>
        <translation>チェックをグラフ化(&amp;T)</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>カウンター</translation>
    </message>
    <message>
        <source>Tick counters first.</source>
        <translation>先にカウンターにチェックを付けてください。</translation>
    </message>
    <message>
        <source>Draw the ticked counters under “Plots”</source>
        <translation>チェックを付けたカウンターを「グラフ」に描画</translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) shown</source>
        <translation>
            <numerusform>カウンター %n 個を表示中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <comment>counters</comment>
        <translation>
            <numerusform>チェック %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counting failures</source>
        <comment>counters</comment>
        <translation>
            <numerusform>失敗を計数中 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuEditorCard</name>
    <message>
        <source>CPU templates (*.json);;All files (*)</source>
        <translation>CPU テンプレート (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Custom template</source>
        <translation>カスタムテンプレート</translation>
    </message>
    <message>
        <source>Of each bit: 0 takes it away, 1 sets it, x leaves it as on the host; the highest comes first.</source>
        <translation>各ビットについて: 0 は外す、1 は立てる、x はホストのまま。最上位が先頭です。</translation>
    </message>
    <message>
        <source>Custom template (JSON)</source>
        <translation>カスタムテンプレート (JSON)</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>次で始める(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>整形(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to the mistake</source>
        <translation>誤りへ移動(&amp;G)</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>インポート(&amp;M)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>エクスポート(&amp;X)…</translation>
    </message>
    <message>
        <source>a template is needed, at least { }</source>
        <translation>少なくとも { } というテンプレートが必要です</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 列: %3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>mistakes</comment>
        <translation>
            <numerusform>…ほか %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Puts each change on a line</source>
        <translation>変更を 1 行ずつに並べます</translation>
    </message>
    <message>
        <source>Writes the template to a file</source>
        <translation>テンプレートをファイルに書き出します</translation>
    </message>
    <message>
        <source>Import a CPU template</source>
        <translation>CPU テンプレートのインポート</translation>
    </message>
    <message>
        <source>Export the CPU template</source>
        <translation>CPU テンプレートのエクスポート</translation>
    </message>
    <message>
        <source>%1 was not imported. It is far larger than any template.</source>
        <translation>%1 はインポートされませんでした。テンプレートにしては大きすぎます。</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>%1 はインポートされませんでした。%2</translation>
    </message>
    <message>
        <source>The template was written to %1.</source>
        <translation>テンプレートを %1 に書き出しました。</translation>
    </message>
    <message>
        <source>The template was not exported. %1</source>
        <translation>テンプレートはエクスポートされませんでした。%1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureMeaning</name>
    <message>
        <source>SSE3 instructions</source>
        <translation>SSE3 命令</translation>
    </message>
    <message>
        <source>Carry-less multiplication</source>
        <translation>桁上げなし乗算</translation>
    </message>
    <message>
        <source>64-bit debug store</source>
        <translation>64 ビットのデバッグストア</translation>
    </message>
    <message>
        <source>MONITOR and MWAIT</source>
        <translation>MONITOR と MWAIT</translation>
    </message>
    <message>
        <source>Debug store by privilege level</source>
        <translation>特権レベル別のデバッグストア</translation>
    </message>
    <message>
        <source>Intel virtualisation (VMX)</source>
        <translation>Intel の仮想化 (VMX)</translation>
    </message>
    <message>
        <source>Safer mode extensions</source>
        <translation>セーファーモード拡張 (SMX)</translation>
    </message>
    <message>
        <source>Enhanced SpeedStep</source>
        <translation>拡張版 SpeedStep</translation>
    </message>
    <message>
        <source>Thermal monitor 2</source>
        <translation>サーマルモニター 2</translation>
    </message>
    <message>
        <source>Supplemental SSE3 instructions</source>
        <translation>追加の SSE3 命令</translation>
    </message>
    <message>
        <source>L1 context id</source>
        <translation>L1 コンテキスト ID</translation>
    </message>
    <message>
        <source>Silicon debug interface</source>
        <translation>シリコンデバッグインターフェース</translation>
    </message>
    <message>
        <source>Fused multiply-add</source>
        <translation>積和演算 (FMA)</translation>
    </message>
    <message>
        <source>CMPXCHG16B</source>
        <translation>CMPXCHG16B</translation>
    </message>
    <message>
        <source>Task priority messages can be disabled</source>
        <translation>タスク優先度メッセージを無効にできる</translation>
    </message>
    <message>
        <source>Performance capabilities MSR</source>
        <translation>性能監視能力の MSR</translation>
    </message>
    <message>
        <source>Process context identifiers</source>
        <translation>プロセスコンテキスト識別子 (PCID)</translation>
    </message>
    <message>
        <source>Direct cache access</source>
        <translation>ダイレクトキャッシュアクセス</translation>
    </message>
    <message>
        <source>SSE4.1 instructions</source>
        <translation>SSE4.1 命令</translation>
    </message>
    <message>
        <source>SSE4.2 instructions</source>
        <translation>SSE4.2 命令</translation>
    </message>
    <message>
        <source>Extended xAPIC</source>
        <translation>拡張 xAPIC</translation>
    </message>
    <message>
        <source>MOVBE: loads and stores in the other byte order</source>
        <translation>MOVBE: 逆のバイト順での読み込みと書き込み</translation>
    </message>
    <message>
        <source>POPCNT: counts bits</source>
        <translation>POPCNT: ビットを数える</translation>
    </message>
    <message>
        <source>Local APIC timer by TSC deadline</source>
        <translation>TSC デッドラインによるローカル APIC タイマー</translation>
    </message>
    <message>
        <source>AES instructions</source>
        <translation>AES 命令</translation>
    </message>
    <message>
        <source>XSAVE and XRSTOR</source>
        <translation>XSAVE と XRSTOR</translation>
    </message>
    <message>
        <source>XSAVE switched on by the operating system</source>
        <translation>OS が有効にした XSAVE</translation>
    </message>
    <message>
        <source>Advanced vector extensions</source>
        <translation>ベクトル拡張 (AVX)</translation>
    </message>
    <message>
        <source>Conversions of 16-bit floating point</source>
        <translation>16 ビット浮動小数点の変換</translation>
    </message>
    <message>
        <source>RDRAND: random numbers</source>
        <translation>RDRAND: 乱数</translation>
    </message>
    <message>
        <source>Runs under a hypervisor</source>
        <translation>ハイパーバイザーの下で動作</translation>
    </message>
    <message>
        <source>Floating-point unit</source>
        <translation>浮動小数点ユニット</translation>
    </message>
    <message>
        <source>Virtual 8086 mode extensions</source>
        <translation>仮想 8086 モード拡張</translation>
    </message>
    <message>
        <source>Debugging extensions</source>
        <translation>デバッグ拡張</translation>
    </message>
    <message>
        <source>4 MiB pages</source>
        <translation>4 MiB ページ</translation>
    </message>
    <message>
        <source>Time stamp counter</source>
        <translation>タイムスタンプカウンター (TSC)</translation>
    </message>
    <message>
        <source>Model-specific registers</source>
        <translation>モデル固有レジスター (MSR)</translation>
    </message>
    <message>
        <source>Physical address extension</source>
        <translation>物理アドレス拡張 (PAE)</translation>
    </message>
    <message>
        <source>Machine check exception</source>
        <translation>マシンチェック例外</translation>
    </message>
    <message>
        <source>CMPXCHG8B</source>
        <translation>CMPXCHG8B</translation>
    </message>
    <message>
        <source>Local APIC switched on</source>
        <translation>有効なローカル APIC</translation>
    </message>
    <message>
        <source>SYSENTER and SYSEXIT</source>
        <translation>SYSENTER と SYSEXIT</translation>
    </message>
    <message>
        <source>Memory type range registers</source>
        <translation>メモリタイプ範囲レジスター (MTRR)</translation>
    </message>
    <message>
        <source>Global pages</source>
        <translation>グローバルページ</translation>
    </message>
    <message>
        <source>Machine check architecture</source>
        <translation>マシンチェックアーキテクチャー</translation>
    </message>
    <message>
        <source>Conditional moves</source>
        <translation>条件付き転送 (CMOV)</translation>
    </message>
    <message>
        <source>Page attribute table</source>
        <translation>ページ属性テーブル (PAT)</translation>
    </message>
    <message>
        <source>36-bit addresses of 4 MiB pages</source>
        <translation>4 MiB ページの 36 ビットアドレス</translation>
    </message>
    <message>
        <source>Processor serial number</source>
        <translation>プロセッサーのシリアル番号</translation>
    </message>
    <message>
        <source>CLFLUSH: flushes a cache line</source>
        <translation>CLFLUSH: キャッシュラインをフラッシュする</translation>
    </message>
    <message>
        <source>Debug store</source>
        <translation>デバッグストア</translation>
    </message>
    <message>
        <source>Thermal monitor by MSR</source>
        <translation>MSR によるサーマルモニター</translation>
    </message>
    <message>
        <source>MMX instructions</source>
        <translation>MMX 命令</translation>
    </message>
    <message>
        <source>FXSAVE and FXRSTOR</source>
        <translation>FXSAVE と FXRSTOR</translation>
    </message>
    <message>
        <source>SSE instructions</source>
        <translation>SSE 命令</translation>
    </message>
    <message>
        <source>SSE2 instructions</source>
        <translation>SSE2 命令</translation>
    </message>
    <message>
        <source>Self-snoop</source>
        <translation>セルフスヌープ</translation>
    </message>
    <message>
        <source>More than one logical processor</source>
        <translation>複数の論理プロセッサー</translation>
    </message>
    <message>
        <source>Thermal monitor</source>
        <translation>サーマルモニター</translation>
    </message>
    <message>
        <source>Itanium processor emulating x86</source>
        <translation>x86 をエミュレートする Itanium プロセッサー</translation>
    </message>
    <message>
        <source>Pending break enable</source>
        <translation>保留中ブレークの通知 (PBE)</translation>
    </message>
    <message>
        <source>Digital thermal sensor</source>
        <translation>デジタル温度センサー</translation>
    </message>
    <message>
        <source>Turbo boost</source>
        <translation>ターボブースト</translation>
    </message>
    <message>
        <source>Local APIC timer runs in deep sleep states</source>
        <translation>ローカル APIC タイマーが深いスリープ状態でも動作</translation>
    </message>
    <message>
        <source>Power limit notification</source>
        <translation>電力制限の通知</translation>
    </message>
    <message>
        <source>Clock modulation in fine steps</source>
        <translation>細かい段階のクロック変調</translation>
    </message>
    <message>
        <source>Package thermal status</source>
        <translation>パッケージの温度状態</translation>
    </message>
    <message>
        <source>Hardware-controlled performance states</source>
        <translation>ハードウェア制御の性能状態 (HWP)</translation>
    </message>
    <message>
        <source>Notifications of hardware-controlled performance</source>
        <translation>ハードウェア性能制御の通知</translation>
    </message>
    <message>
        <source>Activity window of hardware-controlled performance</source>
        <translation>ハードウェア性能制御の活動ウィンドウ</translation>
    </message>
    <message>
        <source>Energy preference of hardware-controlled performance</source>
        <translation>ハードウェア性能制御の電力優先度</translation>
    </message>
    <message>
        <source>Package-wide hardware-controlled performance</source>
        <translation>パッケージ全体のハードウェア性能制御</translation>
    </message>
    <message>
        <source>Hardware feedback interface</source>
        <translation>ハードウェアフィードバックインターフェース (HFI)</translation>
    </message>
    <message>
        <source>Counters of the effective frequency</source>
        <translation>実効周波数のカウンター</translation>
    </message>
    <message>
        <source>Energy and performance bias</source>
        <translation>電力と性能のバイアス</translation>
    </message>
    <message>
        <source>Instructions for the FS and GS base</source>
        <translation>FS と GS のベースを扱う命令</translation>
    </message>
    <message>
        <source>TSC adjustment MSR</source>
        <translation>TSC を調整する MSR</translation>
    </message>
    <message>
        <source>Software guard extensions</source>
        <translation>保護されたエンクレーブ (SGX)</translation>
    </message>
    <message>
        <source>Bit manipulation, first group</source>
        <translation>ビット操作、第 1 グループ (BMI1)</translation>
    </message>
    <message>
        <source>Hardware lock elision</source>
        <translation>ハードウェアロック省略 (HLE)</translation>
    </message>
    <message>
        <source>Advanced vector extensions 2</source>
        <translation>ベクトル拡張 2 (AVX2)</translation>
    </message>
    <message>
        <source>x87 data pointer updated on exceptions only</source>
        <translation>x87 データポインターは例外時のみ更新</translation>
    </message>
    <message>
        <source>Supervisor mode execution prevention</source>
        <translation>スーパーバイザーモード実行防止 (SMEP)</translation>
    </message>
    <message>
        <source>Bit manipulation, second group</source>
        <translation>ビット操作、第 2 グループ (BMI2)</translation>
    </message>
    <message>
        <source>Enhanced REP MOVSB and STOSB</source>
        <translation>拡張された REP MOVSB と STOSB</translation>
    </message>
    <message>
        <source>INVPCID: invalidates by process context</source>
        <translation>INVPCID: プロセスコンテキスト単位の無効化</translation>
    </message>
    <message>
        <source>Restricted transactional memory</source>
        <translation>制限付きトランザクショナルメモリ (RTM)</translation>
    </message>
    <message>
        <source>Cache quality of service monitoring</source>
        <translation>キャッシュのサービス品質の監視</translation>
    </message>
    <message>
        <source>x87 code and data selectors deprecated</source>
        <translation>x87 のコード・データセレクターは廃止</translation>
    </message>
    <message>
        <source>Memory protection extensions</source>
        <translation>メモリ保護拡張 (MPX)</translation>
    </message>
    <message>
        <source>Resource director: allocation</source>
        <translation>リソースディレクター: 割り当て</translation>
    </message>
    <message>
        <source>AVX-512 foundation</source>
        <translation>AVX-512 基本命令</translation>
    </message>
    <message>
        <source>AVX-512 doubleword and quadword</source>
        <translation>AVX-512 ダブルワードとクワッドワード</translation>
    </message>
    <message>
        <source>RDSEED: seeds for random numbers</source>
        <translation>RDSEED: 乱数の種</translation>
    </message>
    <message>
        <source>ADCX and ADOX: additions with two carries</source>
        <translation>ADCX と ADOX: 2 つの桁上げを使う加算</translation>
    </message>
    <message>
        <source>Supervisor mode access prevention</source>
        <translation>スーパーバイザーモードアクセス防止 (SMAP)</translation>
    </message>
    <message>
        <source>AVX-512 integer fused multiply-add</source>
        <translation>AVX-512 整数積和演算</translation>
    </message>
    <message>
        <source>CLFLUSHOPT: flushes without ordering</source>
        <translation>CLFLUSHOPT: 順序保証なしのフラッシュ</translation>
    </message>
    <message>
        <source>CLWB: writes a cache line back</source>
        <translation>CLWB: キャッシュラインを書き戻す</translation>
    </message>
    <message>
        <source>Processor trace</source>
        <translation>プロセッサートレース</translation>
    </message>
    <message>
        <source>AVX-512 prefetch</source>
        <translation>AVX-512 プリフェッチ</translation>
    </message>
    <message>
        <source>AVX-512 exponential and reciprocal</source>
        <translation>AVX-512 指数と逆数</translation>
    </message>
    <message>
        <source>AVX-512 conflict detection</source>
        <translation>AVX-512 競合検出</translation>
    </message>
    <message>
        <source>SHA-1 and SHA-256 instructions</source>
        <translation>SHA-1 と SHA-256 命令</translation>
    </message>
    <message>
        <source>AVX-512 byte and word</source>
        <translation>AVX-512 バイトとワード</translation>
    </message>
    <message>
        <source>AVX-512 shorter vectors</source>
        <translation>AVX-512 短いベクトル</translation>
    </message>
    <message>
        <source>PREFETCHWT1</source>
        <translation>PREFETCHWT1</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation</source>
        <translation>AVX-512 ベクトルバイト操作</translation>
    </message>
    <message>
        <source>User mode instruction prevention</source>
        <translation>ユーザーモード命令防止 (UMIP)</translation>
    </message>
    <message>
        <source>Protection keys for user pages</source>
        <translation>ユーザーページの保護キー</translation>
    </message>
    <message>
        <source>Protection keys switched on by the operating system</source>
        <translation>OS が有効にした保護キー</translation>
    </message>
    <message>
        <source>TPAUSE, UMONITOR and UMWAIT</source>
        <translation>TPAUSE、UMONITOR、UMWAIT</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation 2</source>
        <translation>AVX-512 ベクトルバイト操作 2</translation>
    </message>
    <message>
        <source>Shadow stacks</source>
        <translation>シャドウスタック</translation>
    </message>
    <message>
        <source>Galois field instructions</source>
        <translation>ガロア体の命令</translation>
    </message>
    <message>
        <source>AES on vectors</source>
        <translation>ベクトル版 AES</translation>
    </message>
    <message>
        <source>Carry-less multiplication on vectors</source>
        <translation>ベクトル版の桁上げなし乗算</translation>
    </message>
    <message>
        <source>AVX-512 neural network instructions</source>
        <translation>AVX-512 ニューラルネットワーク命令</translation>
    </message>
    <message>
        <source>AVX-512 bit algorithms</source>
        <translation>AVX-512 ビットアルゴリズム</translation>
    </message>
    <message>
        <source>Total memory encryption</source>
        <translation>メモリ全体の暗号化</translation>
    </message>
    <message>
        <source>AVX-512 bit counts</source>
        <translation>AVX-512 ビット計数</translation>
    </message>
    <message>
        <source>Five-level page tables</source>
        <translation>5 段のページテーブル</translation>
    </message>
    <message>
        <source>RDPID: number of the processor</source>
        <translation>RDPID: プロセッサーの番号</translation>
    </message>
    <message>
        <source>Key locker</source>
        <translation>キーロッカー</translation>
    </message>
    <message>
        <source>Debug exception on bus locks</source>
        <translation>バスロック時のデバッグ例外</translation>
    </message>
    <message>
        <source>CLDEMOTE: moves a cache line outwards</source>
        <translation>CLDEMOTE: キャッシュラインを外側へ移す</translation>
    </message>
    <message>
        <source>MOVDIRI: direct stores</source>
        <translation>MOVDIRI: 直接ストア</translation>
    </message>
    <message>
        <source>MOVDIR64B: direct stores of 64 bytes</source>
        <translation>MOVDIR64B: 64 バイトの直接ストア</translation>
    </message>
    <message>
        <source>ENQCMD: enqueues commands to devices</source>
        <translation>ENQCMD: デバイスへのコマンドをキューに入れる</translation>
    </message>
    <message>
        <source>SGX launch control</source>
        <translation>SGX の起動制御</translation>
    </message>
    <message>
        <source>Protection keys for supervisor pages</source>
        <translation>スーパーバイザーページの保護キー</translation>
    </message>
    <message>
        <source>SGX attestation services</source>
        <translation>SGX の構成証明サービス</translation>
    </message>
    <message>
        <source>AVX-512 neural network, four iterations</source>
        <translation>AVX-512 ニューラルネットワーク、4 反復</translation>
    </message>
    <message>
        <source>AVX-512 multiply-add, four iterations</source>
        <translation>AVX-512 積和演算、4 反復</translation>
    </message>
    <message>
        <source>Fast short REP MOVSB</source>
        <translation>短い REP MOVSB の高速化</translation>
    </message>
    <message>
        <source>User interrupts</source>
        <translation>ユーザー割り込み</translation>
    </message>
    <message>
        <source>AVX-512 intersections</source>
        <translation>AVX-512 共通部分</translation>
    </message>
    <message>
        <source>Control of the SRBDS mitigation</source>
        <translation>SRBDS 緩和策の制御</translation>
    </message>
    <message>
        <source>VERW clears processor buffers</source>
        <translation>VERW がプロセッサーのバッファーを消去</translation>
    </message>
    <message>
        <source>RTM transactions always abort</source>
        <translation>RTM トランザクションは常に中断</translation>
    </message>
    <message>
        <source>RTM can be forced to abort</source>
        <translation>RTM を強制的に中断できる</translation>
    </message>
    <message>
        <source>SERIALIZE</source>
        <translation>SERIALIZE</translation>
    </message>
    <message>
        <source>Cores of different kinds</source>
        <translation>異なる種類のコア</translation>
    </message>
    <message>
        <source>TSX load tracking can be suspended</source>
        <translation>TSX のロード追跡を一時停止できる</translation>
    </message>
    <message>
        <source>PCONFIG: platform configuration</source>
        <translation>PCONFIG: プラットフォーム設定</translation>
    </message>
    <message>
        <source>Architectural last branch records</source>
        <translation>アーキテクチャー規定の最終分岐記録</translation>
    </message>
    <message>
        <source>Indirect branch tracking</source>
        <translation>間接分岐の追跡 (IBT)</translation>
    </message>
    <message>
        <source>AMX: bfloat16</source>
        <translation>AMX: bfloat16</translation>
    </message>
    <message>
        <source>AVX-512 16-bit floating point</source>
        <translation>AVX-512 16 ビット浮動小数点</translation>
    </message>
    <message>
        <source>AMX: tiles</source>
        <translation>AMX: タイル</translation>
    </message>
    <message>
        <source>AMX: 8-bit integers</source>
        <translation>AMX: 8 ビット整数</translation>
    </message>
    <message>
        <source>IBRS and IBPB: control of indirect branches</source>
        <translation>IBRS と IBPB: 間接分岐の制御</translation>
    </message>
    <message>
        <source>Single thread indirect branch predictors</source>
        <translation>スレッド単位の間接分岐予測 (STIBP)</translation>
    </message>
    <message>
        <source>L1 data cache flush</source>
        <translation>L1 データキャッシュのフラッシュ</translation>
    </message>
    <message>
        <source>IA32_ARCH_CAPABILITIES: tells of mitigations</source>
        <translation>IA32_ARCH_CAPABILITIES: 緩和策を示す</translation>
    </message>
    <message>
        <source>IA32_CORE_CAPABILITIES</source>
        <translation>IA32_CORE_CAPABILITIES</translation>
    </message>
    <message>
        <source>Speculative store bypass disable</source>
        <translation>投機的ストアバイパスの無効化 (SSBD)</translation>
    </message>
    <message>
        <source>SHA-512 instructions</source>
        <translation>SHA-512 命令</translation>
    </message>
    <message>
        <source>SM3 instructions</source>
        <translation>SM3 命令</translation>
    </message>
    <message>
        <source>SM4 instructions</source>
        <translation>SM4 命令</translation>
    </message>
    <message>
        <source>Remote atomic operations on integers</source>
        <translation>整数のリモートアトミック操作</translation>
    </message>
    <message>
        <source>AVX neural network instructions</source>
        <translation>AVX ニューラルネットワーク命令</translation>
    </message>
    <message>
        <source>AVX-512 bfloat16</source>
        <translation>AVX-512 bfloat16</translation>
    </message>
    <message>
        <source>Linear address space separation</source>
        <translation>リニアアドレス空間の分離 (LASS)</translation>
    </message>
    <message>
        <source>Compare and add in one step</source>
        <translation>比較と加算を一度に行う</translation>
    </message>
    <message>
        <source>Leaf 0x23: more about performance monitoring</source>
        <translation>リーフ 0x23: 性能監視の詳細</translation>
    </message>
    <message>
        <source>Fast REP MOVSB of length 0</source>
        <translation>長さ 0 の REP MOVSB の高速化</translation>
    </message>
    <message>
        <source>Fast short REP STOSB</source>
        <translation>短い REP STOSB の高速化</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB and SCASB</source>
        <translation>短い REP CMPSB と SCASB の高速化</translation>
    </message>
    <message>
        <source>Flexible return and event delivery</source>
        <translation>柔軟な復帰とイベント配送 (FRED)</translation>
    </message>
    <message>
        <source>LKGS: loads the kernel&apos;s GS base</source>
        <translation>LKGS: カーネルの GS ベースを読み込む</translation>
    </message>
    <message>
        <source>WRMSRNS: writes an MSR without serialising</source>
        <translation>WRMSRNS: 直列化せずに MSR へ書き込む</translation>
    </message>
    <message>
        <source>AMX: 16-bit floating point</source>
        <translation>AMX: 16 ビット浮動小数点</translation>
    </message>
    <message>
        <source>HRESET: resets predictions</source>
        <translation>HRESET: 予測をリセットする</translation>
    </message>
    <message>
        <source>AVX integer fused multiply-add</source>
        <translation>AVX 整数積和演算</translation>
    </message>
    <message>
        <source>Linear address masking</source>
        <translation>リニアアドレスのマスク (LAM)</translation>
    </message>
    <message>
        <source>RDMSRLIST and WRMSRLIST</source>
        <translation>RDMSRLIST と WRMSRLIST</translation>
    </message>
    <message>
        <source>AVX neural network, 8-bit integers</source>
        <translation>AVX ニューラルネットワーク、8 ビット整数</translation>
    </message>
    <message>
        <source>AVX conversions without exceptions</source>
        <translation>AVX 例外なしの変換</translation>
    </message>
    <message>
        <source>AMX: complex numbers</source>
        <translation>AMX: 複素数</translation>
    </message>
    <message>
        <source>AVX neural network, 16-bit integers</source>
        <translation>AVX ニューラルネットワーク、16 ビット整数</translation>
    </message>
    <message>
        <source>PREFETCHIT0 and 1: prefetches code</source>
        <translation>PREFETCHIT0 と 1: コードのプリフェッチ</translation>
    </message>
    <message>
        <source>Supervisor shadow stacks are safe to use</source>
        <translation>スーパーバイザーのシャドウスタックを安全に使える</translation>
    </message>
    <message>
        <source>AVX10</source>
        <translation>AVX10</translation>
    </message>
    <message>
        <source>Fast store forwarding predictor can be disabled</source>
        <translation>高速ストアフォワーディング予測を無効にできる</translation>
    </message>
    <message>
        <source>Control of indirect predictions</source>
        <translation>間接予測の制御</translation>
    </message>
    <message>
        <source>Control of restricted RSB alternates</source>
        <translation>RSB の代替予測の制御</translation>
    </message>
    <message>
        <source>Data-dependent prefetcher can be disabled</source>
        <translation>データ依存プリフェッチャーを無効にできる</translation>
    </message>
    <message>
        <source>Control of branch history injection</source>
        <translation>分岐履歴インジェクション (BHI) の制御</translation>
    </message>
    <message>
        <source>Not affected by MXCSR-dependent timing</source>
        <translation>MXCSR に依存する実行時間の影響を受けない</translation>
    </message>
    <message>
        <source>XSAVE state: x87</source>
        <translation>XSAVE 状態: x87</translation>
    </message>
    <message>
        <source>XSAVE state: SSE registers</source>
        <translation>XSAVE 状態: SSE レジスター</translation>
    </message>
    <message>
        <source>XSAVE state: AVX registers</source>
        <translation>XSAVE 状態: AVX レジスター</translation>
    </message>
    <message>
        <source>XSAVE state: MPX bounds</source>
        <translation>XSAVE 状態: MPX の境界</translation>
    </message>
    <message>
        <source>XSAVE state: MPX configuration</source>
        <translation>XSAVE 状態: MPX の設定</translation>
    </message>
    <message>
        <source>XSAVE state: AVX-512 masks</source>
        <translation>XSAVE 状態: AVX-512 のマスク</translation>
    </message>
    <message>
        <source>XSAVE state: upper halves of ZMM0 to 15</source>
        <translation>XSAVE 状態: ZMM0 から 15 の上位半分</translation>
    </message>
    <message>
        <source>XSAVE state: ZMM16 to 31</source>
        <translation>XSAVE 状態: ZMM16 から 31</translation>
    </message>
    <message>
        <source>XSAVE state: protection keys</source>
        <translation>XSAVE 状態: 保護キー</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tile configuration</source>
        <translation>XSAVE 状態: AMX タイルの設定</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tiles</source>
        <translation>XSAVE 状態: AMX タイル</translation>
    </message>
    <message>
        <source>XSAVEOPT: saves what has changed</source>
        <translation>XSAVEOPT: 変わった部分を保存する</translation>
    </message>
    <message>
        <source>XSAVEC: saves compactly</source>
        <translation>XSAVEC: 詰めて保存する</translation>
    </message>
    <message>
        <source>XGETBV with ECX 1</source>
        <translation>ECX が 1 の XGETBV</translation>
    </message>
    <message>
        <source>XSAVES: saves supervisor state</source>
        <translation>XSAVES: スーパーバイザー状態を保存する</translation>
    </message>
    <message>
        <source>Extended feature disable</source>
        <translation>拡張機能の無効化 (XFD)</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock (old MSRs)</source>
        <translation>KVM: 準仮想化クロック (旧 MSR)</translation>
    </message>
    <message>
        <source>KVM: no delays needed for port I/O</source>
        <translation>KVM: ポート I/O に遅延は不要</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock</source>
        <translation>KVM: 準仮想化クロック</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults</source>
        <translation>KVM: 非同期ページフォールト</translation>
    </message>
    <message>
        <source>KVM: steal time</source>
        <translation>KVM: スチール時間</translation>
    </message>
    <message>
        <source>KVM: paravirtual end of interrupt</source>
        <translation>KVM: 準仮想化の割り込み終了</translation>
    </message>
    <message>
        <source>KVM: paravirtual spinlocks</source>
        <translation>KVM: 準仮想化スピンロック</translation>
    </message>
    <message>
        <source>KVM: paravirtual TLB flush</source>
        <translation>KVM: 準仮想化の TLB フラッシュ</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults for nested guests</source>
        <translation>KVM: ネストしたゲスト向けの非同期ページフォールト</translation>
    </message>
    <message>
        <source>KVM: paravirtual interrupts between processors</source>
        <translation>KVM: 準仮想化のプロセッサー間割り込み</translation>
    </message>
    <message>
        <source>KVM: the guest controls polling on halt</source>
        <translation>KVM: HLT 時のポーリングをゲストが制御</translation>
    </message>
    <message>
        <source>KVM: paravirtual yield</source>
        <translation>KVM: 準仮想化の yield</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults by interrupt</source>
        <translation>KVM: 割り込みによる非同期ページフォールト</translation>
    </message>
    <message>
        <source>KVM: 15-bit destinations of interrupts</source>
        <translation>KVM: 15 ビットの割り込み宛先</translation>
    </message>
    <message>
        <source>KVM: the guest tells which pages are shared</source>
        <translation>KVM: 共有ページをゲストが知らせる</translation>
    </message>
    <message>
        <source>KVM: the guest allows migration</source>
        <translation>KVM: ゲストが移行を許可</translation>
    </message>
    <message>
        <source>KVM: the clock is stable on all processors</source>
        <translation>KVM: クロックはすべてのプロセッサーで安定</translation>
    </message>
    <message>
        <source>KVM: processors are never taken away</source>
        <translation>KVM: プロセッサーは取り上げられない</translation>
    </message>
    <message>
        <source>LAHF and SAHF in 64-bit mode</source>
        <translation>64 ビットモードでの LAHF と SAHF</translation>
    </message>
    <message>
        <source>Leaf 1 counts cores, not threads</source>
        <translation>リーフ 1 はスレッドではなくコアを数える</translation>
    </message>
    <message>
        <source>AMD virtualisation (SVM)</source>
        <translation>AMD の仮想化 (SVM)</translation>
    </message>
    <message>
        <source>Extended APIC space</source>
        <translation>拡張 APIC 空間</translation>
    </message>
    <message>
        <source>CR8 in 32-bit mode</source>
        <translation>32 ビットモードでの CR8</translation>
    </message>
    <message>
        <source>LZCNT: counts leading zeros</source>
        <translation>LZCNT: 先頭のゼロを数える</translation>
    </message>
    <message>
        <source>SSE4A instructions</source>
        <translation>SSE4A 命令</translation>
    </message>
    <message>
        <source>SSE operands need not be aligned</source>
        <translation>SSE オペランドの整列は不要</translation>
    </message>
    <message>
        <source>PREFETCH and PREFETCHW</source>
        <translation>PREFETCH と PREFETCHW</translation>
    </message>
    <message>
        <source>Workarounds visible to the operating system</source>
        <translation>OS から見える回避策</translation>
    </message>
    <message>
        <source>Instruction-based sampling</source>
        <translation>命令ベースのサンプリング (IBS)</translation>
    </message>
    <message>
        <source>XOP instructions</source>
        <translation>XOP 命令</translation>
    </message>
    <message>
        <source>SKINIT: secure start</source>
        <translation>SKINIT: 安全な起動</translation>
    </message>
    <message>
        <source>Watchdog timer</source>
        <translation>ウォッチドッグタイマー</translation>
    </message>
    <message>
        <source>Lightweight profiling</source>
        <translation>軽量プロファイリング</translation>
    </message>
    <message>
        <source>Fused multiply-add with four operands</source>
        <translation>4 オペランドの積和演算 (FMA4)</translation>
    </message>
    <message>
        <source>Translation cache extension</source>
        <translation>変換キャッシュの拡張</translation>
    </message>
    <message>
        <source>Node id MSR</source>
        <translation>ノード ID の MSR</translation>
    </message>
    <message>
        <source>Trailing bit manipulation</source>
        <translation>末尾ビット操作 (TBM)</translation>
    </message>
    <message>
        <source>Topology leaves 0x8000001d and 0x8000001e</source>
        <translation>トポロジーのリーフ 0x8000001d と 0x8000001e</translation>
    </message>
    <message>
        <source>More performance counters of a core</source>
        <translation>コアの追加性能カウンター</translation>
    </message>
    <message>
        <source>Performance counters of the northbridge</source>
        <translation>ノースブリッジの性能カウンター</translation>
    </message>
    <message>
        <source>Data breakpoint extension</source>
        <translation>データブレークポイントの拡張</translation>
    </message>
    <message>
        <source>Performance time stamp counter</source>
        <translation>性能タイムスタンプカウンター</translation>
    </message>
    <message>
        <source>Performance counters of the last level cache</source>
        <translation>最終レベルキャッシュの性能カウンター</translation>
    </message>
    <message>
        <source>MONITORX and MWAITX</source>
        <translation>MONITORX と MWAITX</translation>
    </message>
    <message>
        <source>SYSCALL and SYSRET</source>
        <translation>SYSCALL と SYSRET</translation>
    </message>
    <message>
        <source>Capable of multiprocessing</source>
        <translation>マルチプロセッサーに対応</translation>
    </message>
    <message>
        <source>No-execute pages</source>
        <translation>実行禁止ページ (NX)</translation>
    </message>
    <message>
        <source>AMD&apos;s MMX extensions</source>
        <translation>AMD の MMX 拡張</translation>
    </message>
    <message>
        <source>Faster FXSAVE and FXRSTOR</source>
        <translation>高速な FXSAVE と FXRSTOR</translation>
    </message>
    <message>
        <source>1 GiB pages</source>
        <translation>1 GiB ページ</translation>
    </message>
    <message>
        <source>RDTSCP: TSC and processor number</source>
        <translation>RDTSCP: TSC とプロセッサー番号</translation>
    </message>
    <message>
        <source>64-bit mode</source>
        <translation>64 ビットモード</translation>
    </message>
    <message>
        <source>3DNow! extensions</source>
        <translation>3DNow! 拡張</translation>
    </message>
    <message>
        <source>3DNow!</source>
        <translation>3DNow!</translation>
    </message>
    <message>
        <source>Recovers from overflowing machine check banks</source>
        <translation>マシンチェックバンクのあふれから回復する</translation>
    </message>
    <message>
        <source>Uncorrectable errors are contained</source>
        <translation>訂正不能エラーを封じ込める</translation>
    </message>
    <message>
        <source>Scalable machine check architecture</source>
        <translation>スケーラブルなマシンチェックアーキテクチャー</translation>
    </message>
    <message>
        <source>Hardware performance states</source>
        <translation>ハードウェアの性能状態</translation>
    </message>
    <message>
        <source>TSC runs at a constant rate and never stops</source>
        <translation>TSC は一定の速度で動き、止まらない</translation>
    </message>
    <message>
        <source>Core performance boost</source>
        <translation>コア性能ブースト</translation>
    </message>
    <message>
        <source>Read-only counters of the effective frequency</source>
        <translation>読み取り専用の実効周波数カウンター</translation>
    </message>
    <message>
        <source>Processor feedback interface</source>
        <translation>プロセッサーフィードバックインターフェース</translation>
    </message>
    <message>
        <source>Processor power reporting</source>
        <translation>プロセッサー電力の報告</translation>
    </message>
    <message>
        <source>CLZERO: zeroes a cache line</source>
        <translation>CLZERO: キャッシュラインをゼロにする</translation>
    </message>
    <message>
        <source>Counter of retired instructions</source>
        <translation>完了した命令のカウンター</translation>
    </message>
    <message>
        <source>XRSTOR always restores error pointers</source>
        <translation>XRSTOR が常にエラーポインターを復元</translation>
    </message>
    <message>
        <source>INVLPGB and TLBSYNC</source>
        <translation>INVLPGB と TLBSYNC</translation>
    </message>
    <message>
        <source>RDPRU: reads performance registers</source>
        <translation>RDPRU: 性能レジスターを読む</translation>
    </message>
    <message>
        <source>Memory bandwidth allocation</source>
        <translation>メモリ帯域幅の割り当て</translation>
    </message>
    <message>
        <source>WBNOINVD: writes back without invalidating</source>
        <translation>WBNOINVD: 無効化せずに書き戻す</translation>
    </message>
    <message>
        <source>IBPB: barrier for indirect branch predictions</source>
        <translation>IBPB: 間接分岐予測のバリア</translation>
    </message>
    <message>
        <source>IBRS: restricted indirect branches</source>
        <translation>IBRS: 制限された間接分岐</translation>
    </message>
    <message>
        <source>IBRS is always on</source>
        <translation>IBRS は常に有効</translation>
    </message>
    <message>
        <source>STIBP is always on</source>
        <translation>STIBP は常に有効</translation>
    </message>
    <message>
        <source>IBRS is better than software remedies</source>
        <translation>ソフトウェアの対策より IBRS がよい</translation>
    </message>
    <message>
        <source>IBRS also protects within one mode</source>
        <translation>IBRS は同じモード内も保護する</translation>
    </message>
    <message>
        <source>No segment limits in 64-bit mode</source>
        <translation>64 ビットモードにセグメントリミットはない</translation>
    </message>
    <message>
        <source>Processor inventory number</source>
        <translation>プロセッサーの管理番号</translation>
    </message>
    <message>
        <source>Speculative store bypass disable by virtual MSR</source>
        <translation>仮想 MSR による投機的ストアバイパスの無効化</translation>
    </message>
    <message>
        <source>Not affected by speculative store bypass</source>
        <translation>投機的ストアバイパスの影響を受けない</translation>
    </message>
    <message>
        <source>Collaborative performance control</source>
        <translation>協調的な性能制御 (CPPC)</translation>
    </message>
    <message>
        <source>Not affected by branch type confusion</source>
        <translation>分岐タイプの混同の影響を受けない</translation>
    </message>
    <message>
        <source>IBPB clears return predictions as well</source>
        <translation>IBPB はリターン予測も消去する</translation>
    </message>
    <message>
        <source>Branch sampling</source>
        <translation>分岐のサンプリング</translation>
    </message>
    <message>
        <source>SVM: nested page tables</source>
        <translation>SVM: ネストしたページテーブル</translation>
    </message>
    <message>
        <source>SVM: last branch records</source>
        <translation>SVM: 最終分岐記録</translation>
    </message>
    <message>
        <source>SVM: lock</source>
        <translation>SVM: ロック</translation>
    </message>
    <message>
        <source>SVM: saves the next instruction&apos;s address</source>
        <translation>SVM: 次の命令のアドレスを保存する</translation>
    </message>
    <message>
        <source>SVM: TSC frequency can be scaled</source>
        <translation>SVM: TSC の周波数を変換できる</translation>
    </message>
    <message>
        <source>SVM: clean bits</source>
        <translation>SVM: クリーンビット</translation>
    </message>
    <message>
        <source>SVM: flushes by address space</source>
        <translation>SVM: アドレス空間単位のフラッシュ</translation>
    </message>
    <message>
        <source>SVM: decode assists</source>
        <translation>SVM: デコード支援</translation>
    </message>
    <message>
        <source>SVM: pause filter</source>
        <translation>SVM: PAUSE フィルター</translation>
    </message>
    <message>
        <source>SVM: pause filter threshold</source>
        <translation>SVM: PAUSE フィルターのしきい値</translation>
    </message>
    <message>
        <source>SVM: virtual interrupt controller</source>
        <translation>SVM: 仮想割り込みコントローラー (AVIC)</translation>
    </message>
    <message>
        <source>SVM: virtual VMSAVE and VMLOAD</source>
        <translation>SVM: 仮想 VMSAVE と VMLOAD</translation>
    </message>
    <message>
        <source>SVM: virtual global interrupt flag</source>
        <translation>SVM: 仮想グローバル割り込みフラグ</translation>
    </message>
    <message>
        <source>SVM: virtual x2APIC</source>
        <translation>SVM: 仮想 x2APIC</translation>
    </message>
    <message>
        <source>SVM: virtual SPEC_CTRL</source>
        <translation>SVM: 仮想 SPEC_CTRL</translation>
    </message>
    <message>
        <source>SVM: virtual NMI</source>
        <translation>SVM: 仮想 NMI</translation>
    </message>
    <message>
        <source>SVM: checks the addresses of its operands</source>
        <translation>SVM: オペランドのアドレスを検査する</translation>
    </message>
    <message>
        <source>Secure memory encryption</source>
        <translation>セキュアメモリ暗号化 (SME)</translation>
    </message>
    <message>
        <source>Secure encrypted virtualisation</source>
        <translation>セキュア暗号化仮想化 (SEV)</translation>
    </message>
    <message>
        <source>Page flush MSR</source>
        <translation>ページフラッシュの MSR</translation>
    </message>
    <message>
        <source>SEV: encrypted state</source>
        <translation>SEV: 暗号化された状態 (SEV-ES)</translation>
    </message>
    <message>
        <source>SEV: secure nested paging</source>
        <translation>SEV: セキュアネストページング (SEV-SNP)</translation>
    </message>
    <message>
        <source>SEV: privilege levels of a guest</source>
        <translation>SEV: ゲストの特権レベル</translation>
    </message>
    <message>
        <source>SEV: virtual TSC_AUX</source>
        <translation>SEV: 仮想 TSC_AUX</translation>
    </message>
    <message>
        <source>Encrypted and plain mappings are coherent</source>
        <translation>暗号化マッピングと平文マッピングに一貫性がある</translation>
    </message>
    <message>
        <source>No nested data breakpoints</source>
        <translation>ネストしたデータブレークポイントはない</translation>
    </message>
    <message>
        <source>Writing the FS and GS base does not serialise</source>
        <translation>FS と GS のベースへの書き込みは直列化しない</translation>
    </message>
    <message>
        <source>LFENCE always serialises</source>
        <translation>LFENCE は常に直列化する</translation>
    </message>
    <message>
        <source>Null selectors clear the base</source>
        <translation>ヌルセレクターがベースを消去する</translation>
    </message>
    <message>
        <source>Upper address bits can be ignored</source>
        <translation>アドレスの上位ビットを無視できる</translation>
    </message>
    <message>
        <source>Automatic IBRS</source>
        <translation>自動 IBRS</translation>
    </message>
    <message>
        <source>No SMM control MSR</source>
        <translation>SMM 制御 MSR はない</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB</source>
        <translation>短い REP CMPSB の高速化</translation>
    </message>
    <message>
        <source>CPUID can be kept from programs</source>
        <translation>プログラムに CPUID を使わせないことができる</translation>
    </message>
    <message>
        <source>SBPB: selective branch prediction barrier</source>
        <translation>SBPB: 選択的な分岐予測バリア</translation>
    </message>
    <message>
        <source>IBPB clears all branch types</source>
        <translation>IBPB はすべての種類の分岐を消去する</translation>
    </message>
    <message>
        <source>Not affected by return stack overflow (SRSO)</source>
        <translation>リターンスタックオーバーフロー (SRSO) の影響を受けない</translation>
    </message>
    <message>
        <source>Not affected by SRSO between user and kernel</source>
        <translation>ユーザーとカーネルの間の SRSO の影響を受けない</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureModel</name>
    <message>
        <source>yes</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>no</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>sets it</source>
        <translation>立てる</translation>
    </message>
    <message>
        <source>takes it away</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>as on the host</source>
        <translation>ホストのまま</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ゲスト</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeaturesCard</name>
    <message>
        <source>What the guest finds</source>
        <translation>ゲストから見えるもの</translation>
    </message>
    <message>
        <source>“Host” is what this host&apos;s KVM offers, “Guest” what the machine&apos;s first processor has: the engine decides some of it in every machine.</source>
        <translation>「ホスト」はこのホストの KVM が提供するもの、「ゲスト」はマシンの最初のプロセッサーが持つものです。一部はどのマシンでもエンジンが決めます。</translation>
    </message>
    <message>
        <source>Filter features</source>
        <translation>機能を絞り込む</translation>
    </message>
    <message>
        <source>Filter features by name, meaning or place in CPUID</source>
        <translation>名前、意味、CPUID 内の位置で機能を絞り込む</translation>
    </message>
    <message>
        <source>Only diff&amp;erences</source>
        <translation>違いだけ(&amp;E)</translation>
    </message>
    <message>
        <source>What the template changes, and what the guest finds otherwise than the host has it</source>
        <translation>テンプレートが変えるものと、ゲストからの見え方がホストと異なるもの</translation>
    </message>
    <message>
        <source>Features of the processor</source>
        <translation>プロセッサーの機能</translation>
    </message>
    <message>
        <source>Nothing is known about this host&apos;s processor.</source>
        <translation>このホストのプロセッサーについては何も分かっていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) shown</source>
        <translation>
            <numerusform>%n 件の機能を表示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuPage</name>
    <message>
        <source>%1: the template sets it, but this host does not offer it. A guest that uses it fails.</source>
        <translation>%1: テンプレートは立てますが、このホストにはありません。使うゲストは失敗します。</translation>
    </message>
    <message>
        <source>%1: what the template says does not count, since the engine decides it in every machine.</source>
        <translation>%1: どのマシンでもエンジンが決めるため、テンプレートの指定は効きません。</translation>
    </message>
    <message>
        <source>Leaf %1: the template has other flags than this host, so that guests may find it in another place.</source>
        <translation>リーフ %1: テンプレートのフラグがこのホストと異なるため、ゲストが別の場所に見つけることがあります。</translation>
    </message>
    <message>
        <source>Choose it when the machine is for another host.</source>
        <translation>マシンが別のホスト向けなら選んでください。</translation>
    </message>
    <message>
        <source>A machine with it starts on this host (%1, %2).</source>
        <translation>これを使うマシンはこのホスト (%1、%2) で起動します。</translation>
    </message>
    <message>
        <source>A machine with it starts on this host, but:</source>
        <translation>これを使うマシンはこのホストで起動しますが、次の点に注意してください:</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>warnings</comment>
        <translation>
            <numerusform>…ほか %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The machine runs: another template counts from its next start.</source>
        <translation>マシンは実行中です。別のテンプレートは次の起動から有効になります。</translation>
    </message>
    <message>
        <source>With a template guests find the same processor on different hosts.</source>
        <translation>テンプレートを使うと、異なるホストでもゲストから同じプロセッサーに見えます。</translation>
    </message>
    <message>
        <source>The machine runs emulated, on a processor that is not this host&apos;s: what is told here does not count for it.</source>
        <translation>マシンはこのホストとは別のプロセッサー上でエミュレーション実行されるため、ここの内容は当てはまりません。</translation>
    </message>
    <message>
        <source>Asking this host…</source>
        <translation>このホストに問い合わせています…</translation>
    </message>
    <message>
        <source>Whether it fits this host is not known. %1</source>
        <translation>このホストに合うかどうかは分かりません。%1</translation>
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
        <translation>CPU テンプレート</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>なし(&amp;N)</translation>
    </message>
    <message>
        <source>The guest sees all that the host&apos;s processor offers. The fastest, but snapshots move only to hosts with such a processor.</source>
        <translation>ゲストにはホストのプロセッサーのすべてが見えます。最速ですが、スナップショットは同じプロセッサーのホストにしか移せません。</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake over Cascade Lake to Ice Lake: guests see what all of them have, so that snapshots can move between them.</source>
        <translation>Skylake、Cascade Lake、Ice Lake の Intel ホスト向け: すべてに共通するものだけが見えるため、スナップショットをその間で移せます。</translation>
    </message>
    <message>
        <source>For Intel Skylake and Cascade Lake: as T2, and both also tell guests the same about their flaws.</source>
        <translation>Intel Skylake と Cascade Lake 向け: T2 と同様で、欠陥についてもゲストに同じ内容を伝えます。</translation>
    </message>
    <message>
        <source>For Intel Cascade Lake and Ice Lake in a fleet together with AMD: guests see what they see with T2A there.</source>
        <translation>AMD と混在する環境の Intel Cascade Lake と Ice Lake 向け: AMD で T2A を使うときと同じものが見えます。</translation>
    </message>
    <message>
        <source>For AMD Milan in a fleet together with Intel: guests see what they see with T2CL there. Snapshots do not move between vendors all the same.</source>
        <translation>Intel と混在する環境の AMD Milan 向け: Intel で T2CL を使うときと同じものが見えます。それでもスナップショットをベンダー間で移すことはできません。</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake to Ice Lake: guests see an older Ivy Bridge, without AVX2 and what came after it.</source>
        <translation>Skylake から Ice Lake までの Intel ホスト向け: ゲストには、AVX2 以降の機能がない旧型の Ivy Bridge に見えます。</translation>
    </message>
    <message>
        <source>C&amp;ustom</source>
        <translation>カスタム(&amp;U)</translation>
    </message>
    <message>
        <source>Bits of your own choice, for processors and fleets that the others are not made for. See below.</source>
        <translation>自分で選んだビット。他のテンプレートの対象外のプロセッサーや環境向けです。下を参照してください。</translation>
    </message>
    <message>
        <source>The engine of this host&apos;s processor does not know it.</source>
        <translation>このプロセッサー用のエンジンには未知のものです。</translation>
    </message>
    <message>
        <source>It is made for processors of another vendor.</source>
        <translation>別のベンダーのプロセッサー向けに作られています。</translation>
    </message>
    <message>
        <source>This host’s processor is not among those that it is made for.</source>
        <translation>このホストのプロセッサーは対象に含まれていません。</translation>
    </message>
    <message>
        <source>A machine with it does not start on this host.</source>
        <translation>これを使うマシンはこのホストでは起動しません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuTool</name>
    <message numerus="yes">
        <source>The tool gave no answer within %n second(s).</source>
        <translation>
            <numerusform>ツールは %n 秒以内に応答しませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>sparkler-tools is not installed, so this host’s processor is not known.</source>
        <translation>sparkler-tools がインストールされていないため、このホストのプロセッサーは分かりません。</translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 を起動できませんでした: %2。</translation>
    </message>
    <message>
        <source>The tool’s answer is too long.</source>
        <translation>ツールの応答が長すぎます。</translation>
    </message>
    <message>
        <source>The tool ended without an answer.</source>
        <translation>ツールは応答せずに終了しました。</translation>
    </message>
    <message>
        <source>The tool’s answer cannot be understood: %1.</source>
        <translation>ツールの応答を理解できません: %1。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateMachineWizard</name>
    <message>
        <source>Create machine</source>
        <translation>マシンを作成</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>作成(&amp;C)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateOperation</name>
    <message>
        <source>No snapshot of “%1” was made.</source>
        <translation>「%1」のスナップショットは取得されませんでした。</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Resuming the guest</source>
        <translation>ゲストを再開中</translation>
    </message>
    <message>
        <source>Make a full snapshot.</source>
        <translation>フルスナップショットを取得してください。</translation>
    </message>
    <message>
        <source>Pausing the guest</source>
        <translation>ゲストを一時停止中</translation>
    </message>
    <message>
        <source>The engine writes the guest’s memory</source>
        <translation>エンジンがゲストのメモリを書き出しています</translation>
    </message>
    <message>
        <source>Copying the drives</source>
        <translation>ドライブをコピー中</translation>
    </message>
    <message>
        <source>The snapshot is being completed.</source>
        <translation>スナップショットを仕上げています。</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>仕上げ中</translation>
    </message>
    <message>
        <source>The snapshot was made, but the guest was not resumed.</source>
        <translation>スナップショットは取得しましたが、ゲストを再開できませんでした。</translation>
    </message>
    <message>
        <source>The snapshot is there, but it is not known that the machine comes from it.</source>
        <translation>スナップショットは作成されましたが、マシンがそこに続くことは記録されていません。</translation>
    </message>
    <message>
        <source>The engine said that it is done, but its files are not there.</source>
        <translation>エンジンは完了したと応答しましたが、ファイルがありません。</translation>
    </message>
    <message>
        <source>The machine’s engine has ended meanwhile.</source>
        <translation>マシンのエンジンは処理中に終了しました。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreatePage</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>ステップ %1 / %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateResourcesPage</name>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>Name and resources</source>
        <translation>名前とリソース</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>グループなし</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>グループ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>タグ(&amp;T)</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Give the machine a cop&amp;y of the root file system of its own</source>
        <translation>ルートファイルシステムの専用コピーをマシンに持たせる(&amp;Y)</translation>
    </message>
    <message>
        <source>Otherwise it uses the file itself, and changes it.</source>
        <translation>そうしない場合は、元のファイルを直接使って変更します。</translation>
    </message>
    <message>
        <source>&amp;Enlarge the copy</source>
        <translation>コピーを拡張する(&amp;E)</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>ディスクサイズ</translation>
    </message>
    <message>
        <source>Disk si&amp;ze</source>
        <translation>ディスクサイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>Takes up space on this host only as it is filled.</source>
        <translation>このホストの容量は、データが書き込まれた分だけ使われます。</translation>
    </message>
    <message>
        <source>Synchronous: works everywhere</source>
        <translation>同期: どこでも動作します</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring): faster under load</source>
        <translation>非同期 (io_uring): 高負荷時に高速です</translation>
    </message>
    <message>
        <source>&amp;I/O engine</source>
        <translation>I/O エンジン(&amp;I)</translation>
    </message>
    <message>
        <source>Neither this host&apos;s KVM nor the emulator can run machines now. The machine can be made; what is missing stands at the top of the window.</source>
        <translation>現在、このホストの KVM でもエミュレーターでもマシンを実行できません。マシンの作成はできます。不足しているものはウィンドウの上部に表示されます。</translation>
    </message>
    <message>
        <source>This host&apos;s KVM cannot run the machine, so it will be emulated: it works, many times slower. One processor and 256 MiB are a good size.</source>
        <translation>このホストの KVM ではマシンを実行できないため、エミュレーションします。動作しますが、何倍も遅くなります。プロセッサー 1 個、256 MiB 程度が適当です。</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>マシンには名前が必要です。</translation>
    </message>
    <message>
        <source>There is a machine with this name. The new one will be called “%1”.</source>
        <translation>同じ名前のマシンがあります。新しいマシンの名前は「%1」になります。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateReviewPage</name>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>The same as a Firecracker configuration file</source>
        <translation>Firecracker 構成ファイルとして表した同じ内容</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>構成ファイル</translation>
    </message>
    <message>
        <source>The demo guest is made first, in one to two minutes. The machine can be started after that.</source>
        <translation>先にデモゲストを 1～2 分かけて作成します。その後、マシンを起動できます。</translation>
    </message>
    <message>
        <source>Its disk is copied first. The machine can be started after that.</source>
        <translation>先にディスクをコピーします。その後、マシンを起動できます。</translation>
    </message>
    <message>
        <source>The machine can be started at once.</source>
        <translation>マシンはすぐに起動できます。</translation>
    </message>
    <message>
        <source>&lt;machine&gt;</source>
        <translation>&lt;マシン&gt;</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>ドライブ「%1」: %2</translation>
    </message>
    <message>
        <source>The machine can be made, but it cannot start like this:</source>
        <translation>マシンは作成できますが、このままでは起動できません:</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateSourcePage</name>
    <message>
        <source>What does the machine start from?</source>
        <translation>マシンは何から起動しますか?</translation>
    </message>
    <message>
        <source>&amp;Demo guest</source>
        <translation>デモゲスト(&amp;D)</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system.</source>
        <translation>標準の Debian カーネルと小さなルートファイルシステムです。</translation>
    </message>
    <message>
        <source>&amp;Own kernel and root file system</source>
        <translation>自分のカーネルとルートファイルシステム(&amp;O)</translation>
    </message>
    <message>
        <source>Files of yours, or from the library.</source>
        <translation>自分のファイル、またはライブラリのファイルです。</translation>
    </message>
    <message>
        <source>&amp;Firecracker configuration file</source>
        <translation>Firecracker 構成ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>A JSON file as for --config-file.</source>
        <translation>--config-file に渡すものと同じ JSON ファイルです。</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>処理の内容</translation>
    </message>
    <message>
        <source>The demo guest was made before. The machine gets a copy of its disk and is ready in seconds.</source>
        <translation>デモゲストは作成済みです。マシンにはそのディスクのコピーが与えられ、数秒で準備できます。</translation>
    </message>
    <message>
        <source>The first time, Debian packages are downloaded and put together: one to two minutes, with network access. It goes on in the background; the machine is in the list meanwhile. After that a demo machine takes seconds.</source>
        <translation>初回は Debian パッケージをダウンロードして組み立てます。ネットワーク接続が必要で、1～2 分かかります。処理はバックグラウンドで進み、その間もマシンは一覧に表示されます。以後、デモマシンは数秒で作成できます。</translation>
    </message>
    <message>
        <source>Log in as root, without a password.</source>
        <translation>root としてパスワードなしでログインします。</translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation>ルートファイルシステム</translation>
    </message>
    <message>
        <source>Disk ima&amp;ge</source>
        <translation>ディスクイメージ(&amp;G)</translation>
    </message>
    <message>
        <source>Without one the machine runs from its initial RAM disk alone.</source>
        <translation>指定しない場合、マシンは初期 RAM ディスクだけで動作します。</translation>
    </message>
    <message>
        <source>Keep copies in the &amp;library, for other machines</source>
        <translation>ほかのマシンでも使えるように、コピーをライブラリに保存(&amp;L)</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>構成ファイル</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>Firecracker 構成ファイルをインポート</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>構成ファイル (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>ファイル(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>A machine with %n drive(s).</source>
        <translation>
            <numerusform>ドライブが %n 台あるマシンです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DriveDialog</name>
    <message>
        <source>Add drive</source>
        <translation>ドライブを追加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>ドライブ「%1」</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>&amp;Existing file</source>
        <translation>既存のファイル(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;New disk</source>
        <translation>新しいディスク(&amp;N)</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Made in the machine&apos;s folder when you apply. It takes up space only as it is filled.</source>
        <translation>適用時にマシンのフォルダーに作成されます。容量は、データが書き込まれた分だけ使われます。</translation>
    </message>
    <message>
        <source>Disk image</source>
        <translation>ディスクイメージ</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>サイズ(&amp;S)</translation>
    </message>
    <message>
        <source>ext4</source>
        <translation>ext4</translation>
    </message>
    <message>
        <source>None: an empty disk</source>
        <translation>なし: 空のディスク</translation>
    </message>
    <message>
        <source>File s&amp;ystem</source>
        <translation>ファイルシステム(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>ID(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Root device: the guest boots from it</source>
        <translation>ルートデバイス: ゲストはここから起動します(&amp;R)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使い方</translation>
    </message>
    <message>
        <source>Read-&amp;only: the guest cannot change it</source>
        <translation>読み取り専用: ゲストは変更できません(&amp;O)</translation>
    </message>
    <message>
        <source>Unsafe: flushes are ignored, fastest</source>
        <translation>Unsafe: フラッシュを無視、最速</translation>
    </message>
    <message>
        <source>Write-back: flushes reach the disk</source>
        <translation>ライトバック: フラッシュがディスクまで届く</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>キャッシュ(&amp;C)</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>同期</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring)</source>
        <translation>非同期 (io_uring)</translation>
    </message>
    <message>
        <source>I/O en&amp;gine</source>
        <translation>I/O エンジン(&amp;G)</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>マシンの実行中にすぐ適用されます。</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>次回の起動時に適用されます。</translation>
    </message>
    <message>
        <source>“%1” will no longer be the root device.</source>
        <translation>「%1」はルートデバイスではなくなります。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DriveModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>%1, new</source>
        <comment>size of a disk still to be made</comment>
        <translation>%1、新規</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>ルート</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>読み書き可能</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>I/O engine</source>
        <translation>I/O エンジン</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DrivesCard</name>
    <message>
        <source>Drives</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>This machine has no drives. It runs from its initial RAM disk alone.</source>
        <translation>このマシンにはドライブがありません。初期 RAM ディスクだけで動作します。</translation>
    </message>
    <message>
        <source>&amp;Add drive…</source>
        <translation>ドライブを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;New disk…</source>
        <translation>新しいディスク(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編集(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>制限(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Set as root</source>
        <translation>ルートに設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>取り外す(&amp;R)</translation>
    </message>
    <message>
        <source>Change the drive (Return)</source>
        <translation>ドライブを変更 (Return)</translation>
    </message>
    <message>
        <source>Takes the drive out of the machine; its file stays (Delete)</source>
        <translation>ドライブをマシンから外します。ファイルは残ります (Delete)</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>ドライブ「%1」: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::EditPage</name>
    <message>
        <source>The changes apply now.</source>
        <translation>変更がすぐに適用されました。</translation>
    </message>
    <message>
        <source>The changes are saved.</source>
        <translation>変更を保存しました。</translation>
    </message>
    <message>
        <source>The changes are saved. Some need a restart: %1</source>
        <translation>変更を保存しました。一部は再起動が必要です: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::EntropyForm</name>
    <message>
        <source>Entropy</source>
        <translation>エントロピー</translation>
    </message>
    <message>
        <source>The guest gets &amp;random numbers from the host</source>
        <translation>ゲストがホストから乱数を取得(&amp;R)</translation>
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
        <translation>リクエスト: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>ステータス: %1</translation>
    </message>
    <message>
        <source>Fault: %1</source>
        <translation>フォールト: %1</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>ログ:</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技術的な詳細</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExchangeModel</name>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>時間内に応答なし</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>接続切断</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>解釈不能</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>応答が大きすぎます</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1、拒否</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>メソッド</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExportOperation</name>
    <message>
        <source>The snapshot was not exported.</source>
        <translation>スナップショットはエクスポートされませんでした。</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>アーカイブを書き込み中</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::FileChoice</name>
    <message>
        <source>From library</source>
        <translation>ライブラリから</translation>
    </message>
    <message>
        <source>%1 from the library</source>
        <comment>kernel, initrd …</comment>
        <translation>ライブラリの%1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>name, format, size</comment>
        <translation>%1 (%2、%3)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::FindingsView</name>
    <message>
        <source>Whether it can be used here</source>
        <translation>ここで使えるかどうか</translation>
    </message>
    <message>
        <source>Looking whether it can be used here…</source>
        <translation>ここで使えるか確認しています…</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>対処方法</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Fold</name>
    <message>
        <source>Expanded</source>
        <translation>展開済み</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>折りたたみ済み</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ForwardsEditor</name>
    <message>
        <source>Remove forward</source>
        <translation>転送を削除</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>待ち受けアドレス</translation>
    </message>
    <message>
        <source>Host port</source>
        <translation>ホストのポート</translation>
    </message>
    <message>
        <source>Guest port</source>
        <translation>ゲストのポート</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>ポート転送</translation>
    </message>
    <message>
        <source>Add forward</source>
        <translation>転送を追加</translation>
    </message>
    <message>
        <source>“%1” forwards port %2 of the host, too: only one of the two can run.</source>
        <translation>「%1」もホストのポート %2 を転送しています。実行できるのはどちらか一方だけです。</translation>
    </message>
    <message>
        <source>Ports below 1024 are for root alone on most hosts (net.ipv4.ip_unprivileged_port_start). Take a higher one for the host; the guest&apos;s can be any.</source>
        <translation>1024 未満のポートは、多くのホストで root 専用です (net.ipv4.ip_unprivileged_port_start)。ホスト側はそれ以上のポートにしてください。ゲスト側は任意です。</translation>
    </message>
    <message>
        <source>At 0.0.0.0 everybody who reaches this host reaches the guest.</source>
        <translation>0.0.0.0 では、このホストに届く誰もがゲストに届きます。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HardwarePage</name>
    <message>
        <source>Hardware</source>
        <translation>ハードウェア</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>マシンは実行中です。ここでの変更は次回の起動時に適用されます。</translation>
    </message>
    <message>
        <source>The machine runs: a drive&apos;s file and its rate limits change at once, everything else at the next start.</source>
        <translation>マシンは実行中です。ドライブのファイルとレート制限はすぐに変更され、それ以外は次回の起動時に変更されます。</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>ドライブ「%1」: %2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>「%1」のレート制限が適用されました。</translation>
    </message>
    <message>
        <source>The changes were not applied.</source>
        <translation>変更は適用されませんでした。</translation>
    </message>
    <message>
        <source>Making the disk %1 was cancelled.</source>
        <translation>ディスク %1 の作成はキャンセルされました。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HelpDialog</name>
    <message>
        <source>Troubleshooting</source>
        <translation>トラブルシューティング</translation>
    </message>
    <message>
        <source>Open the whole document</source>
        <translation>文書全体を開く</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>詳しい説明</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HelpLink</name>
    <message>
        <source>%1: %2</source>
        <comment>button and what it is about</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HostDeviceCard</name>
    <message>
        <source>On this host</source>
        <translation>このホストの状態</translation>
    </message>
    <message>
        <source>Ma&amp;ke it…</source>
        <translation>作成(&amp;K)…</translation>
    </message>
    <message>
        <source>Ta&amp;ke it away…</source>
        <translation>削除(&amp;K)…</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>ゲストのアドレス用のカーネル引数</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>ゲストのアドレス用のコマンド</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>再確認(&amp;L)</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>所有者 %1</translation>
    </message>
    <message>
        <source>owner: user %1</source>
        <translation>所有者: ユーザー %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>グループ %1</translation>
    </message>
    <message>
        <source>MTU %1</source>
        <translation>MTU %1</translation>
    </message>
    <message>
        <source>port of the bridge %1</source>
        <translation>ブリッジ %1 のポート</translation>
    </message>
    <message>
        <source>address %1/%2</source>
        <translation>アドレス %1/%2</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 を確認中…</translation>
    </message>
    <message>
        <source>%1 carries this machine&apos;s packets.</source>
        <translation>%1 はこのマシンのパケットを運んでいます。</translation>
    </message>
    <message>
        <source>The host: “%1 (os error %2)”</source>
        <translation>ホストのメッセージ: 「%1 (os error %2)」</translation>
    </message>
    <message>
        <source>An address for the guest: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>ゲストのアドレス: 1 行目をブート引数に追加するか、残りの行をゲストで入力してください。</translation>
    </message>
    <message>
        <source>The guest asks the bridge&apos;s network for its address: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>ゲストはブリッジのネットワークにアドレスを要求します: 1 行目をブート引数に追加するか、残りの行をゲストで入力してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ImportOperation</name>
    <message>
        <source>The archive was not imported.</source>
        <translation>アーカイブはインポートされませんでした。</translation>
    </message>
    <message>
        <source>Reading the archive</source>
        <translation>アーカイブを読み込み中</translation>
    </message>
    <message>
        <source>The drive “%1” is not in it.</source>
        <translation>ドライブ「%1」が含まれていません。</translation>
    </message>
    <message>
        <source>Making the machine</source>
        <translation>マシンを作成中</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InlineMessage</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>メッセージをコピー</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>メッセージを閉じる</translation>
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
        <translation>リクエストはまだありません</translation>
    </message>
    <message>
        <source>Select a machine to see its API requests.</source>
        <translation>マシンを選択すると API リクエストが表示されます。</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>リクエストを送信</translation>
    </message>
    <message>
        <source>Filter by path</source>
        <translation>パスで絞り込み</translation>
    </message>
    <message>
        <source>Filter requests by path</source>
        <translation>リクエストをパスで絞り込み</translation>
    </message>
    <message>
        <source>&amp;Errors only</source>
        <translation>エラーのみ(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>形式を選んでコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>curl としてコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy all as &amp;shell script</source>
        <translation>すべてをシェルスクリプトとしてコピー(&amp;S)</translation>
    </message>
    <message>
        <source>Copy as configuration &amp;file</source>
        <translation>構成ファイルとしてコピー(&amp;F)</translation>
    </message>
    <message>
        <source>Copy as &amp;Go SDK program</source>
        <translation>Go SDK プログラムとしてコピー(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>クリア(&amp;L)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>curl としてコピー(&amp;U)</translation>
    </message>
    <message>
        <source>E&amp;dit and send again</source>
        <translation>編集して再送信(&amp;D)</translation>
    </message>
    <message>
        <source>Put this request into the form below</source>
        <translation>このリクエストを下のフォームに入れる</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>リクエスト本文</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>レスポンス本文</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>リクエストに本文はありません。</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>応答に本文はありません。</translation>
    </message>
    <message>
        <source>Select a request to see what was said.</source>
        <translation>リクエストを選択すると、やり取りの内容が表示されます。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · waited %2, took %3</source>
        <comment>status, times</comment>
        <translation>%1 · 待ち時間 %2、処理時間 %3</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>マシンが選択されていません</translation>
    </message>
    <message>
        <source>What is said to the engine appears here. Periodic polls are left out.</source>
        <translation>エンジンへのリクエストがここに表示されます。定期的なポーリングは省かれます。</translation>
    </message>
    <message>
        <source>Start the machine: what is said to its engine appears here. Periodic polls are left out.</source>
        <translation>マシンを起動すると、エンジンへのリクエストがここに表示されます。定期的なポーリングは省かれます。</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>マシンが選択されていません。</translation>
    </message>
    <message>
        <source>No engine runs. Start the machine first.</source>
        <translation>エンジンが動作していません。先にマシンを起動してください。</translation>
    </message>
    <message>
        <source>Select a request first.</source>
        <translation>先にリクエストを選択してください。</translation>
    </message>
    <message>
        <source>There are no requests.</source>
        <translation>リクエストがありません。</translation>
    </message>
    <message>
        <source>Copy this request as a curl command line</source>
        <translation>このリクエストを curl コマンドラインとしてコピー</translation>
    </message>
    <message>
        <source>Copy as a command, a script, a file or a program</source>
        <translation>コマンド、スクリプト、ファイル、プログラムとしてコピー</translation>
    </message>
    <message>
        <source>Forget the requests shown here</source>
        <translation>ここに表示されているリクエストを消去</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard.</source>
        <translation>curl コマンドをクリップボードにコピーしました。</translation>
    </message>
    <message numerus="yes">
        <source>A script of %n request(s) is on the clipboard.</source>
        <translation>
            <numerusform>%n 件のリクエストのスクリプトをクリップボードにコピーしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration file is on the clipboard.</source>
        <translation>構成ファイルをクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>The Go program is on the clipboard.</source>
        <translation>Go プログラムをクリップボードにコピーしました。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceDialog</name>
    <message>
        <source>Add network interface</source>
        <translation>ネットワークインターフェイスを追加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Network interface “%1”</source>
        <translation>ネットワークインターフェイス「%1」</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>次回の起動時に適用されます。</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>ID(&amp;I)</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>ホストデバイス</translation>
    </message>
    <message>
        <source>&amp;Host device</source>
        <translation>ホストデバイス(&amp;H)</translation>
    </message>
    <message>
        <source>The TAP device of this host that the interface is connected to. The network page helps to make one.</source>
        <translation>インターフェイスを接続する、このホストの TAP デバイスです。「ネットワーク」ページで作成できます。</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC アドレス</translation>
    </message>
    <message>
        <source>The guest chooses</source>
        <translation>ゲストが選択</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>A locally administered address that no machine of yours has</source>
        <translation>自分のどのマシンも使っていない、ローカル管理アドレス</translation>
    </message>
    <message>
        <source>&amp;MAC address</source>
        <translation>MAC アドレス(&amp;M)</translation>
    </message>
    <message>
        <source>The guest&apos;s default</source>
        <translation>ゲストの既定値</translation>
    </message>
    <message>
        <source>M&amp;TU</source>
        <translation>MTU(&amp;T)</translation>
    </message>
    <message>
        <source>The largest packet, in bytes. The host&apos;s device should have the same.</source>
        <translation>最大のパケットのバイト数です。ホストのデバイスも同じ値にしてください。</translation>
    </message>
    <message>
        <source>Limits to the guest</source>
        <translation>ゲストへの通信の制限</translation>
    </message>
    <message>
        <source>Limits from the guest</source>
        <translation>ゲストからの通信の制限</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>マシンの実行中にすぐ適用されます。</translation>
    </message>
    <message>
        <source>Another interface of this machine uses it; a device serves one.</source>
        <translation>このマシンの別のインターフェイスが使っています。1 つのデバイスは 1 つのインターフェイスにしか使えません。</translation>
    </message>
    <message>
        <source>Another machine has this address. In one network they would disturb each other.</source>
        <translation>このアドレスは別のマシンが使っています。同じネットワークでは互いに干渉します。</translation>
    </message>
    <message>
        <source>TAP device of this host</source>
        <translation>このホストの TAP デバイス</translation>
    </message>
    <message>
        <source>User-mode (no root)</source>
        <translation>ユーザーモード (root 不要)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>ネットワーク(&amp;N)</translation>
    </message>
    <message>
        <source>User-mode needs the rootless jail and the program passt. For now it has to be the machine&apos;s only interface.</source>
        <translation>ユーザーモードには root 不要の隔離とプログラム passt が必要です。今のところ、マシンの唯一のインターフェースでなければなりません。</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>ポート転送</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceLimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>「%1」のレート制限</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>ゲストへ</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>ゲストから</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>マシンの実行中にすぐ適用されます。</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>次回の起動時から適用されます。</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>すぐに適用</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>制限を設定</translation>
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
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Not a name</source>
        <translation>無効な名前</translation>
    </message>
    <message>
        <source>No TAP support</source>
        <translation>TAP 非対応</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>権限なし</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>デバイスなし</translation>
    </message>
    <message>
        <source>No TAP device</source>
        <translation>TAP 以外</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>このマシンで使用中</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Guest chooses</source>
        <comment>MAC address</comment>
        <translation>ゲストが選択</translation>
    </message>
    <message>
        <source>Default</source>
        <comment>MTU</comment>
        <translation>既定値</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>インターフェイス</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>ホストデバイス</translation>
    </message>
    <message>
        <source>On the host</source>
        <translation>ホストの状態</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC アドレス</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>ゲストへ</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>ゲストから</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>User-mode</source>
        <translation>ユーザーモード</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) forwarded</source>
        <translation>
            <numerusform>%n 個のポートを転送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfacesCard</name>
    <message>
        <source>Network interfaces</source>
        <translation>ネットワークインターフェイス</translation>
    </message>
    <message>
        <source>This machine has no network.</source>
        <translation>このマシンにはネットワークがありません。</translation>
    </message>
    <message>
        <source>&amp;Add interface…</source>
        <translation>インターフェイスを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編集(&amp;E)…</translation>
    </message>
    <message>
        <source>Change the interface (Return)</source>
        <translation>インターフェイスを変更 (Return)</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>制限(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>取り外す(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the interface out of the machine; the host&apos;s device stays (Delete)</source>
        <translation>インターフェイスをマシンから外します。ホストのデバイスは残ります (Delete)</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>インターフェイス「%1」: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JailPage</name>
    <message>
        <source>What the engine can see</source>
        <translation>エンジンから見えるもの</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>名前空間</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>In the jail</source>
        <translation>隔離環境内</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>このホスト上</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>隔離</translation>
    </message>
    <message>
        <source>Rootless jail</source>
        <translation>root 不要の隔離</translation>
    </message>
    <message>
        <source>No jail</source>
        <translation>隔離なし</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>モード(&amp;M)</translation>
    </message>
    <message>
        <source>The jailer&apos;s default: 2048</source>
        <translation>jailer の既定値: 2048</translation>
    </message>
    <message>
        <source>&amp;Open files</source>
        <translation>開けるファイル数(&amp;O)</translation>
    </message>
    <message>
        <source>How many files and sockets the engine may have open at once.</source>
        <translation>エンジンが同時に開けるファイルとソケットの数です。</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>Largest &amp;file</source>
        <translation>最大ファイルサイズ(&amp;F)</translation>
    </message>
    <message>
        <source>The engine makes no file grow beyond this. Snapshots of the memory need its size.</source>
        <translation>エンジンはこれを超えてファイルを大きくしません。メモリーのスナップショットにはその大きさが必要です。</translation>
    </message>
    <message>
        <source>The jail is made at the start: stop the machine to change it.</source>
        <translation>隔離は起動時に作られます。変更するにはマシンを停止してください。</translation>
    </message>
    <message>
        <source>Limits belong to a jail.</source>
        <translation>制限は隔離の一部です。</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around the engine is its jail, and the choice above does not count.</source>
        <translation>マシンはエミュレーションで動作します。エンジンを囲むヘルパーマシンが隔離の役割を果たし、上の選択は使われません。</translation>
    </message>
    <message>
        <source>Without a jail a guest that takes its engine over can do all that you can: read your files, and reach your network.</source>
        <translation>隔離しない場合、エンジンを乗っ取ったゲストは、あなたのファイルの読み取りやネットワークへの接続など、あなたにできることをすべて行えます。</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>読み書き</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>読み取り専用</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are weaker than promised. See the red rows.</source>
        <translation>
            <numerusform>%n 件が約束より弱くなっています。赤い行をご覧ください。</numerusform>
        </translation>
    </message>
    <message>
        <source>All that /proc tells of the engine is as promised.</source>
        <translation>/proc から分かるエンジンの状態は、すべて約束どおりです。</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) cannot be proven: /proc does not tell.</source>
        <translation>
            <numerusform>約束のうち %n 件は確認できません。/proc からは分かりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>In the rootless jail the engine sees nothing but this machine&apos;s own files, and has no rights, also when a guest has taken it over. Where this host keeps user namespaces to root, root’s leave is asked for at each start; the jail and the engine’s rights in it are the same.</source>
        <translation>root 不要の隔離環境では、エンジンはこのマシン自身のファイルしか見えず、ゲストに乗っ取られても何の権限もありません。ホストがユーザー名前空間を root に限っている場合は、起動のたびに root の許可を求めます。隔離環境とその中でのエンジンの権限は同じです。</translation>
    </message>
    <message>
        <source>Rootless jail, by root’s leave</source>
        <translation>root 不要の隔離環境（root の許可による）</translation>
    </message>
    <message>
        <source>By root’s leave: its helper is not installed</source>
        <translation>root の許可による: 補助プログラムがインストールされていません</translation>
    </message>
    <message>
        <source>A start will fail: the helper that asks for root’s leave is not installed.</source>
        <translation>起動は失敗します。root の許可を求める補助プログラムがインストールされていません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ メンバー %n 個 }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n element(s) ]</source>
        <translation>
            <numerusform>[ 要素 %n 個 ]</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonView</name>
    <message>
        <source>the object is not closed with }</source>
        <translation>オブジェクトが } で閉じられていません</translation>
    </message>
    <message>
        <source>a : is missing after the name</source>
        <translation>名前の後に : がありません</translation>
    </message>
    <message>
        <source>the array is not closed with ]</source>
        <translation>配列が ] で閉じられていません</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>コンマがありません</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>JSON の値ではありません</translation>
    </message>
    <message>
        <source>the text ends in a number</source>
        <translation>数値の途中でテキストが終わっています</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>数値ではありません</translation>
    </message>
    <message>
        <source>this escape sequence is not allowed</source>
        <translation>このエスケープシーケンスは使えません</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>テキストが正しい UTF-8 ではありません</translation>
    </message>
    <message>
        <source>a string is not closed</source>
        <translation>文字列が閉じられていません</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>引用符で囲んだ名前が必要です</translation>
    </message>
    <message>
        <source>the nesting is too deep</source>
        <translation>入れ子が深すぎます</translation>
    </message>
    <message>
        <source>the text is too large</source>
        <translation>テキストが大きすぎます</translation>
    </message>
    <message>
        <source>there is text after the end</source>
        <translation>終わりの後に余分なテキストがあります</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>JSON ではありません</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON テキスト</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 列: %3</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimiterCard</name>
    <message>
        <source>Held back</source>
        <translation>抑制</translation>
    </message>
    <message>
        <source>Requests delayed by the limiter</source>
        <translation>リミッターによって遅延したリクエスト</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>帯域幅</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Bandwidth used of the limit, %1</source>
        <translation>上限に対する帯域幅の使用率、%1</translation>
    </message>
    <message>
        <source>Operations used of the limit, %1</source>
        <translation>上限に対する操作数の使用率、%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 % of the limit</source>
        <translation>上限の %1 %</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Limiters</name>
    <message>
        <source>%1: receiving</source>
        <translation>%1: 受信</translation>
    </message>
    <message>
        <source>%1: sending</source>
        <translation>%1: 送信</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>「%1」のレート制限</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>マシンの実行中にすぐ適用されます。</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>次回の起動時から適用されます。</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>すぐに適用</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>制限を設定</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimitsView</name>
    <message>
        <source>%1 s</source>
        <comment>refill time</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>refill time</comment>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1: %2 each %3</source>
        <comment>sustained rate, size of the bucket, refill time</comment>
        <translation>%1: %3 ごとに %2</translation>
    </message>
    <message>
        <source>%1, and %2 once</source>
        <translation>%1、加えて一回限り %2</translation>
    </message>
    <message>
        <source>The limits are not known yet</source>
        <translation>制限はまだ不明です</translation>
    </message>
    <message>
        <source>The engine is being asked.</source>
        <translation>エンジンに問い合わせています。</translation>
    </message>
    <message>
        <source>Rate limiters</source>
        <translation>レートリミッター</translation>
    </message>
    <message>
        <source>The limits are those that the engine has now. Drives get others under Hardware and network interfaces under Network, also while the machine runs; the entropy device under Hardware, for the next start.</source>
        <translation>エンジンの現在の制限です。ドライブは「ハードウェア」で、ネットワークインターフェイスは「ネットワーク」で、マシンの実行中にも変更できます。エントロピーデバイスは「ハードウェア」で変更し、次の起動から有効になります。</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not known.</source>
        <translation>エンジンの構成が不明です。</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not understood.</source>
        <translation>エンジンの構成を解釈できません。</translation>
    </message>
    <message>
        <source>Nothing is limited</source>
        <translation>制限はありません</translation>
    </message>
    <message>
        <source>No drive, network interface or entropy device of this machine has a rate limit. Set one under Hardware or Network.</source>
        <translation>このマシンのドライブ、ネットワークインターフェイス、エントロピーデバイスにはレート制限がありません。「ハードウェア」または「ネットワーク」で設定してください。</translation>
    </message>
    <message>
        <source>%1 The limits appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1実行中の制限がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LivePlot</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1 (一時停止中)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>直近 1 分</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>直近 5 分</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>直近 15 分</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>データはまだありません</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分前</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogModel</name>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>デバッグ</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>No level</source>
        <translation>レベルなし</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>From</source>
        <translation>発生元</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogsPage</name>
    <message>
        <source>Filter lines</source>
        <translation>行を絞り込み</translation>
    </message>
    <message>
        <source>Filter lines by text</source>
        <translation>行をテキストで絞り込み</translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation>表示する最低の重大度</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>すべてのレベル</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>エラーのみ</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>警告以上</translation>
    </message>
    <message>
        <source>Info and worse</source>
        <translation>情報以上</translation>
    </message>
    <message>
        <source>Debug and worse</source>
        <translation>デバッグ以上</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追従(&amp;F)</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>常に最新の行を表示</translation>
    </message>
    <message>
        <source>&amp;Jump to end</source>
        <translation>末尾へ移動(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>ファイルを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>ログの行</translation>
    </message>
    <message>
        <source>Whole line</source>
        <translation>行全体</translation>
    </message>
    <message>
        <source>Select a line to read all of it here.</source>
        <translation>行を選択すると、ここで全体を読めます。</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>ログはまだありません</translation>
    </message>
    <message>
        <source>Select a machine to see its log.</source>
        <translation>マシンを選択するとログが表示されます。</translation>
    </message>
    <message>
        <source>The log file was not opened.</source>
        <translation>ログファイルを開けませんでした。</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>デスクトップに %1 を開くプログラムがありません。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>ファイル %1 がありません。</translation>
    </message>
    <message>
        <source>Select lines to copy first.</source>
        <translation>先にコピーする行を選択してください。</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>選択した行をコピー</translation>
    </message>
    <message>
        <source>There are no lines.</source>
        <translation>行がありません。</translation>
    </message>
    <message>
        <source>Show the newest line and follow</source>
        <translation>最新の行を表示して追従</translation>
    </message>
    <message>
        <source>There is no log file yet.</source>
        <translation>ログファイルはまだありません。</translation>
    </message>
    <message>
        <source>Open the file with the desktop&apos;s program for it</source>
        <translation>デスクトップの関連付けられたプログラムでファイルを開く</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>マシンが選択されていません</translation>
    </message>
    <message>
        <source>The log level of this machine is “Off”: its engine writes no log.</source>
        <translation>このマシンのログレベルは「オフ」です。エンジンはログを書き込みません。</translation>
    </message>
    <message>
        <source>The engine writes its log here once the machine is started.</source>
        <translation>マシンを起動すると、エンジンのログがここに書き込まれます。</translation>
    </message>
    <message>
        <source>No line matches the filter (%1 in all).</source>
        <translation>絞り込みに一致する行がありません (全 %1 行)。</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%2 行中 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Machine</name>
    <message>
        <source>What runs could not be recorded.</source>
        <translation>実行状態を記録できませんでした。</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>ファイル %1 に書き込めませんでした: %2。</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>別のマネージャーが起動しています。</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>マシンを起動しています。</translation>
    </message>
    <message>
        <source>The machine is running already.</source>
        <translation>マシンはすでに実行中です。</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>マシンは実行されていません。</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>マシンを停止しています。</translation>
    </message>
    <message>
        <source>The engine does not answer. The machine can only be forced to stop.</source>
        <translation>エンジンが応答しません。マシンは強制停止しかできません。</translation>
    </message>
    <message>
        <source>The machine is paused already.</source>
        <translation>マシンはすでに一時停止しています。</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>マシンは一時停止しています。</translation>
    </message>
    <message>
        <source>The machine is not paused.</source>
        <translation>マシンは一時停止していません。</translation>
    </message>
    <message>
        <source>A change is being made.</source>
        <translation>変更を行っています。</translation>
    </message>
    <message>
        <source>The machine has to be stopped first.</source>
        <translation>先にマシンを停止する必要があります。</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>「%1」は一時停止されませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>「%1」は再開されませんでした。</translation>
    </message>
    <message>
        <source>Ctrl-Alt-Del was not sent to “%1”.</source>
        <translation>Ctrl-Alt-Del は「%1」に送信されませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>「%1」は停止されませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not restarted.</source>
        <translation>「%1」は再起動されませんでした。</translation>
    </message>
    <message>
        <source>Resumed, so that the guest can power off</source>
        <translation>ゲストが電源を切れるように再開しました</translation>
    </message>
    <message>
        <source>Waiting for the guest to power off</source>
        <translation>ゲストの電源オフを待機中</translation>
    </message>
    <message>
        <source>“%1” could not be resumed to power off.</source>
        <translation>「%1」を電源オフのために再開できませんでした。</translation>
    </message>
    <message>
        <source>It is forced to stop when the time is over.</source>
        <translation>時間が過ぎると強制停止されます。</translation>
    </message>
    <message>
        <source>The guest of “%1” could not be asked to power off.</source>
        <translation>「%1」のゲストに電源オフを要求できませんでした。</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>エンジンを終了中</translation>
    </message>
    <message>
        <source>Stopping “%1” was not cancelled.</source>
        <translation>「%1」の停止はキャンセルされませんでした。</translation>
    </message>
    <message>
        <source>The engine is being ended already.</source>
        <translation>エンジンはすでに終了処理中です。</translation>
    </message>
    <message>
        <source>The machine is not being stopped.</source>
        <translation>マシンは停止処理中ではありません。</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>「%1」は起動されませんでした。</translation>
    </message>
    <message>
        <source>Another manager has started it.</source>
        <translation>別のマネージャーが起動しました。</translation>
    </message>
    <message>
        <source>Its configuration has sections that this engine does not support: %1.</source>
        <translation>構成に、このエンジンが対応していないセクションがあります: %1。</translation>
    </message>
    <message>
        <source>Remove them from the configuration.</source>
        <translation>それらを構成から取り除いてください。</translation>
    </message>
    <message>
        <source>It has no kernel.</source>
        <translation>カーネルがありません。</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>カーネルを選択してください。</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>別のプロセス (%1) がマシンの API ソケットで待ち受けています。</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>そのプロセスを終了してから、マシンをもう一度起動してください。</translation>
    </message>
    <message>
        <source>Waiting for the checks of this host</source>
        <translation>このホストの確認を待機中</translation>
    </message>
    <message>
        <source>The checks of this host did not end in time.</source>
        <translation>このホストの確認が時間内に終わりませんでした。</translation>
    </message>
    <message>
        <source>Another manager is starting it, or %1 cannot be written to.</source>
        <translation>別のマネージャーが起動しているか、%1 に書き込めません。</translation>
    </message>
    <message>
        <source>The engine’s process cannot be watched.</source>
        <translation>エンジンのプロセスを監視できません。</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>マシンは停止しています。</translation>
    </message>
    <message>
        <source>Could not start: %1</source>
        <translation>起動できませんでした: %1</translation>
    </message>
    <message>
        <source>The drive “%1” was not changed.</source>
        <translation>ドライブ「%1」は変更されませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>「%1」は変更されませんでした。</translation>
    </message>
    <message>
        <source>The drive keeps its old settings. All other changes are saved.</source>
        <translation>ドライブは元の設定のままです。ほかの変更はすべて保存されました。</translation>
    </message>
    <message>
        <source>The running machine was not changed.</source>
        <translation>実行中のマシンは変更されませんでした。</translation>
    </message>
    <message>
        <source>The engine ended meanwhile.</source>
        <translation>その間にエンジンが終了しました。</translation>
    </message>
    <message>
        <source>The changes are saved and hold from the next start on.</source>
        <translation>変更は保存され、次回の起動時から有効になります。</translation>
    </message>
    <message>
        <source>Attaching to the running engine</source>
        <translation>実行中のエンジンに接続中</translation>
    </message>
    <message>
        <source>Process %1 listens on the machine’s API socket, but %2 cannot be read.</source>
        <translation>プロセス %1 がマシンの API ソケットで待ち受けていますが、%2 を読み取れません。</translation>
    </message>
    <message>
        <source>What ran could not be told: %1 was not readable.</source>
        <translation>実行状態を確認できませんでした: %1 を読み取れませんでした。</translation>
    </message>
    <message>
        <source>Could not start: the manager ended while it was starting the machine.</source>
        <translation>起動できませんでした: マシンの起動中にマネージャーが終了しました。</translation>
    </message>
    <message>
        <source>Stopped unexpectedly: the host was restarted.</source>
        <translation>予期せず停止しました: ホストが再起動されました。</translation>
    </message>
    <message>
        <source>Stopped unexpectedly. %1</source>
        <translation>予期せず停止しました。%1</translation>
    </message>
    <message>
        <source>Stopped unexpectedly while no manager was running.</source>
        <translation>マネージャーが動作していない間に予期せず停止しました。</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket; the engine is process %2.</source>
        <translation>別のプロセス (%1) がマシンの API ソケットで待ち受けています。エンジンのプロセスは %2 です。</translation>
    </message>
    <message>
        <source>The engine ended while it was being started.</source>
        <translation>起動中にエンジンが終了しました。</translation>
    </message>
    <message>
        <source>It was forced to stop.</source>
        <translation>強制停止されました。</translation>
    </message>
    <message>
        <source>It was stopped from elsewhere.</source>
        <translation>外部から停止されました。</translation>
    </message>
    <message>
        <source>“%1” ended unexpectedly.</source>
        <translation>「%1」が予期せず終了しました。</translation>
    </message>
    <message>
        <source>The engine ended by itself. Its exit status is not known, because another manager had started it.</source>
        <translation>エンジンが自ら終了しました。別のマネージャーが起動したため、終了ステータスはわかりません。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>エンジンが応答しません。</translation>
    </message>
    <message>
        <source>The manager ended while it was starting the machine.</source>
        <translation>マシンの起動中にマネージャーが終了しました。</translation>
    </message>
    <message>
        <source>The network interface “%1” was not changed.</source>
        <translation>ネットワークインターフェイス「%1」は変更されませんでした。</translation>
    </message>
    <message>
        <source>The interface keeps its old limits.</source>
        <translation>インターフェイスは元の制限のままです。</translation>
    </message>
    <message>
        <source>It was stopped before it ran.</source>
        <translation>動き始める前に停止されました。</translation>
    </message>
    <message>
        <source>%1 lies on another file system than the machine’s folder, and the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 はマシンのフォルダーとは別のファイルシステムにあり、起動時に作られたエンジンの隔離環境からは見えません。</translation>
    </message>
    <message>
        <source>%1 lies where the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 は、起動時に作られたエンジンの隔離環境からは見えない場所にあります。</translation>
    </message>
    <message>
        <source>The drive keeps its old file.</source>
        <translation>ドライブは元のファイルのままです。</translation>
    </message>
    <message>
        <source>Stop the machine and make the change then, or move the file to the file system of the machine’s folder.</source>
        <translation>マシンを停止してから変更するか、ファイルをマシンのフォルダーと同じファイルシステムへ移してください。</translation>
    </message>
    <message>
        <source>Its jail cannot be made on this host. %1</source>
        <translation>このホストでは隔離環境を作れません。%1</translation>
    </message>
    <message>
        <source>%1 Or let the machine run without a jail, on its Jail page.</source>
        <translation>%1 または、マシンの「隔離」ページで隔離なしの実行を選んでください。</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, and the machine is to run without one.</source>
        <translation>ユーザーモードネットワークには root 不要の隔離が必要ですが、マシンは隔離なしの設定です。</translation>
    </message>
    <message>
        <source>The emulator has no user-mode network.</source>
        <translation>エミュレーターにはユーザーモードネットワークがありません。</translation>
    </message>
    <message>
        <source>Choose the rootless jail on its Jail page, or a TAP device on its Network page.</source>
        <translation>「隔離」ページで root 不要の隔離を、または「ネットワーク」ページで TAP デバイスを選んでください。</translation>
    </message>
    <message>
        <source>Remove the interface on the machine’s Network page.</source>
        <translation>マシンの「ネットワーク」ページでインターフェースを削除してください。</translation>
    </message>
    <message>
        <source>A user-mode network needs passt, which needs user namespaces of its own: it cannot be had in a jail by root’s leave.</source>
        <translation>ユーザーモードネットワークには passt が必要で、passt は自身のユーザー名前空間を必要とします。root の許可による隔離環境では使えません。</translation>
    </message>
    <message>
        <source>Choose a TAP device on its Network page, or the rootless jail on its Jail page.</source>
        <translation>「ネットワーク」ページで TAP デバイスを選ぶか、「隔離」ページで root 不要の隔離環境を選んでください。</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way or was interrupted.</source>
        <translation>スナップショットの復元が進行中か、中断されています。</translation>
    </message>
    <message>
        <source>Try again in a moment: an interrupted one is undone by itself.</source>
        <translation>少し待って再試行してください。中断された復元は自動的に取り消されます。</translation>
    </message>
    <message>
        <source>The engine was ended by signal %1 (%2).</source>
        <translation>エンジンがシグナル %1 (%2) で終了しました。</translation>
    </message>
    <message>
        <source>The guest has powered off or rebooted.</source>
        <translation>ゲストが電源を切ったか、再起動しました。</translation>
    </message>
    <message>
        <source>The emulator’s helper machine failed.</source>
        <translation>エミュレーターの補助マシンで障害が発生しました。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 148: a system call that is not allowed.</source>
        <translation>エンジンが終了コード 148 で終了しました: 許可されていないシステムコールです。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 149: memory of it could not be read or written.</source>
        <translation>エンジンが終了コード 149 で終了しました: エンジンのメモリを読み書きできませんでした。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 150: an invalid memory access.</source>
        <translation>エンジンが終了コード 150 で終了しました: 無効なメモリアクセスです。</translation>
    </message>
    <message>
        <source>The engine ended with exit code 153: it does not know its command line.</source>
        <translation>エンジンが終了コード 153 で終了しました: コマンドラインを認識できません。</translation>
    </message>
    <message>
        <source>The engine ended with exit code %1.</source>
        <translation>エンジンが終了コード %1 で終了しました。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineActions</name>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Export configuration…</source>
        <translation>構成をエクスポート…</translation>
    </message>
    <message>
        <source>Open directory</source>
        <translation>ディレクトリを開く</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>マシンが選択されていません。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and reason</comment>
        <translation>%1: %2</translation>
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
        <translation>マシンを検索</translation>
    </message>
    <message>
        <source>Looks at names, groups, tags and notes (Ctrl+F)</source>
        <translation>名前、グループ、タグ、メモを検索します (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter by state and tag</source>
        <translation>状態とタグで絞り込み</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>マシンを作成…</translation>
    </message>
    <message>
        <source>Create a machine (Ctrl+N)</source>
        <translation>マシンを作成 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>No machine matches the search and the filter.</source>
        <translation>検索と絞り込みに一致するマシンがありません。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Filter by state and tag: on</source>
        <translation>状態とタグで絞り込み: オン</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %n machine(s)</source>
        <translation>
            <numerusform>グループ %1、マシン %n 台</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineStore</name>
    <message>
        <source>The machine was not copied.</source>
        <translation>マシンはコピーされませんでした。</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>そのマシンはもうありません。</translation>
    </message>
    <message>
        <source>“%1” was not copied.</source>
        <translation>「%1」はコピーされませんでした。</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 のコピー</translation>
    </message>
    <message>
        <source>It is running, so its disks change while they are copied.</source>
        <translation>実行中のため、コピーの間にディスクが変わってしまいます。</translation>
    </message>
    <message>
        <source>Stop the machine first.</source>
        <translation>先にマシンを停止してください。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>ファイル %1 がありません。</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>「%1」をコピー</translation>
    </message>
    <message>
        <source>Its disks are being copied.</source>
        <translation>ディスクをコピーしています。</translation>
    </message>
    <message>
        <source>The machine was not deleted.</source>
        <translation>マシンは削除されませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>「%1」は削除されませんでした。</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>実行中です。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更されていません。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>フォルダー %1 を作成できません。</translation>
    </message>
    <message>
        <source>The machine was deleted meanwhile.</source>
        <translation>その間にマシンが削除されました。</translation>
    </message>
    <message>
        <source>The machine was not restored.</source>
        <translation>マシンは復元されませんでした。</translation>
    </message>
    <message>
        <source>It is not in the trash any more.</source>
        <translation>すでにごみ箱にありません。</translation>
    </message>
    <message>
        <source>It is still in the trash.</source>
        <translation>まだごみ箱にあります。</translation>
    </message>
    <message>
        <source>The machine was not deleted for good.</source>
        <translation>マシンは完全には削除されませんでした。</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 はインポートされませんでした。</translation>
    </message>
    <message>
        <source>Choose a Firecracker configuration file (JSON).</source>
        <translation>Firecracker 構成ファイル (JSON) を選択してください。</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>JSON 文書ではありません: %1。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>「%1」が重複しています。</translation>
    </message>
    <message>
        <source>It is not a machine&apos;s configuration: %1.</source>
        <translation>マシンの構成ではありません: %1。</translation>
    </message>
    <message>
        <source>The section “%1” is kept, but this version cannot use it.</source>
        <translation>セクション「%1」は保持されますが、このバージョンでは使用できません。</translation>
    </message>
    <message>
        <source>“%1” is not known to this version and was left out.</source>
        <translation>「%1」はこのバージョンで扱えないため、省かれました。</translation>
    </message>
    <message>
        <source>Relative paths were taken from %1: %2.</source>
        <translation>相対パスは %1 を基準に解釈しました: %2。</translation>
    </message>
    <message>
        <source>“%1” was not exported to %2.</source>
        <translation>「%1」は %2 にエクスポートされませんでした。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>別の場所を選択してください。</translation>
    </message>
    <message>
        <source>The folder has no machine.json.</source>
        <translation>フォルダーに machine.json がありません。</translation>
    </message>
    <message>
        <source>It is the definition of machine %1 but lies in the folder of %2.</source>
        <translation>マシン %1 の定義ですが、%2 のフォルダーにあります。</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is used up; changes by other programs may not be seen. Raise fs.inotify.max_user_watches.</source>
        <translation>システムのフォルダー監視数の上限に達したため、ほかのプログラムによる変更を検出できないことがあります。fs.inotify.max_user_watches を増やしてください。</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>The settings of “%1” were not saved.</source>
        <translation>「%1」の設定は保存されませんでした。</translation>
    </message>
    <message>
        <source>The file has its old content.</source>
        <translation>ファイルは元の内容のままです。</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>フォルダーを作成できません。</translation>
    </message>
    <message>
        <source>The machine “%1” was not made.</source>
        <translation>マシン「%1」は作成されませんでした。</translation>
    </message>
    <message>
        <source>“%1” is no machine id.</source>
        <translation>「%1」はマシン ID ではありません。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>もう一度試してください。</translation>
    </message>
    <message>
        <source>Another program has changed %1 meanwhile.</source>
        <translation>その間に別のプログラムが %1 を変更しました。</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>ファイルは変更していません。</translation>
    </message>
    <message>
        <source>Look at the settings as they are now, then make your change again.</source>
        <translation>現在の設定を確認してから、もう一度変更してください。</translation>
    </message>
    <message>
        <source>A machine must have a name.</source>
        <translation>マシンには名前が必要です。</translation>
    </message>
    <message>
        <source>The name is taken, or has surplus blanks.</source>
        <translation>名前がすでに使われているか、余分な空白があります。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選択してください。</translation>
    </message>
    <message>
        <source>Choose another disk for the machine, or delete it.</source>
        <translation>マシンの別のディスクを選択するか、マシンを削除してください。</translation>
    </message>
    <message>
        <source>Its disk could not be made.</source>
        <translation>ディスクを作成できませんでした。</translation>
    </message>
    <message>
        <source>Its disk is still being made.</source>
        <translation>ディスクを作成中です。</translation>
    </message>
    <message>
        <source>Another program is still making its disk.</source>
        <translation>別のプログラムがディスクを作成中です。</translation>
    </message>
    <message>
        <source>Making its disk was interrupted.</source>
        <translation>ディスクの作成が中断されました。</translation>
    </message>
    <message>
        <source>The vsock’s socket will lie in the machine’s folder instead of being %1.</source>
        <translation>vsock のソケットは %1 ではなく、マシンのフォルダーに置かれます。</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way.</source>
        <translation>スナップショットの復元が進行中です。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineView</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>コンソール</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>ハードウェア</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Pages of the machine</source>
        <translation>マシンのページ</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>今すぐ再起動</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>Force now</source>
        <translation>今すぐ強制停止</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>実行を続ける</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · emulated, slow</source>
        <comment>state and size</comment>
        <translation>%1 · エミュレーション、低速</translation>
    </message>
    <message numerus="yes">
        <source>The guest was asked to shut down. It will be forced in %n second(s).</source>
        <translation>
            <numerusform>ゲストにシャットダウンを要求しました。%n 秒後に強制停止します。</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration has changed. Some of it counts from the next start.</source>
        <translation>構成が変更されました。一部は次回の起動時から有効になります。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>隔離</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its key</comment>
        <translation>%1 (%2)</translation>
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
        <translation>マシンはまだありません</translation>
    </message>
    <message>
        <source>Create a microVM from your own kernel and disk, or try the demo: a stock Debian kernel with a small root file system, ready in about a minute.</source>
        <translation>自分のカーネルとディスクから microVM を作成するか、デモを試してください。デモは標準の Debian カーネルと小さなルートファイルシステムで、約 1 分で準備できます。</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>マシンを作成…</translation>
    </message>
    <message>
        <source>Try the demo machine</source>
        <translation>デモマシンを試す</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>マシンが選択されていません</translation>
    </message>
    <message>
        <source>Select a machine in the list to see it, or several to start or stop them together.</source>
        <translation>一覧でマシンを選択すると表示されます。複数選択すると、まとめて起動または停止できます。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Create machine…</source>
        <translation>マシンを作成(&amp;C)…</translation>
    </message>
    <message>
        <source>Try the &amp;demo machine</source>
        <translation>デモマシンを試す(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import configuration…</source>
        <translation>構成をインポート(&amp;I)…</translation>
    </message>
    <message>
        <source>De&amp;leted machines…</source>
        <translation>削除したマシン(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Machines keep running.</source>
        <translation>マシンは実行を続けます。</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>マシン(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Search machines</source>
        <translation>マシンを検索(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the &amp;list</source>
        <translation>一覧へ移動(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Sparkler</source>
        <translation>Sparkler について(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) selected</source>
        <translation>
            <numerusform>%n 台のマシンを選択中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running. They go on when this window is closed.</source>
        <translation>
            <numerusform>%n 台のマシンを実行中です。このウィンドウを閉じても実行を続けます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>Firecracker 構成ファイルをインポート</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>構成ファイル (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The configuration was imported, with remarks.</source>
        <translation>構成をインポートしましたが、注意点があります。</translation>
    </message>
    <message>
        <source>Export as a Firecracker configuration file</source>
        <translation>Firecracker 構成ファイルとしてエクスポート</translation>
    </message>
    <message>
        <source>Configuration files (*.json)</source>
        <translation>構成ファイル (*.json)</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>「%1」を削除しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were deleted.</source>
        <translation>
            <numerusform>%n 台のマシンを削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未適用の変更</translation>
    </message>
    <message>
        <source>Changes to the hardware of a machine are not applied. Close and lose them?</source>
        <translation>マシンのハードウェアに未適用の変更があります。変更を破棄して閉じますか?</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MakeTapDialog</name>
    <message>
        <source>What will run</source>
        <translation>実行される内容</translation>
    </message>
    <message>
        <source>In a terminal</source>
        <translation>ターミナルで実行</translation>
    </message>
    <message>
        <source>Make the device %1</source>
        <translation>デバイス %1 を作成</translation>
    </message>
    <message>
        <source>Take the device %1 away</source>
        <translation>デバイス %1 を削除</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>The &amp;host&apos;s network, behind its address (NAT)</source>
        <translation>ホストのネットワーク、ホストのアドレスを使用 (NAT)(&amp;H)</translation>
    </message>
    <message>
        <source>A network of host and guest alone. The guest reaches what the host reaches; nobody reaches the guest from outside.</source>
        <translation>ホストとゲストだけのネットワークです。ゲストはホストが接続できる相手に接続できますが、外部からゲストには接続できません。</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>ネットワーク(&amp;W)</translation>
    </message>
    <message>
        <source>Four addresses, of which the host gets the first and the guest the second.</source>
        <translation>4 つのアドレスを使います。1 つ目をホスト、2 つ目をゲストに割り当てます。</translation>
    </message>
    <message>
        <source>A &amp;bridge</source>
        <translation>ブリッジ(&amp;B)</translation>
    </message>
    <message>
        <source>Machines on one bridge are in one network. It is made if it is not there.</source>
        <translation>同じブリッジのマシンは同じネットワークに入ります。ブリッジがない場合は作成されます。</translation>
    </message>
    <message>
        <source>Na&amp;me of the bridge</source>
        <translation>ブリッジの名前(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Nothing yet</source>
        <translation>まだ接続しない(&amp;N)</translation>
    </message>
    <message>
        <source>The device alone: you connect it yourself.</source>
        <translation>デバイスだけを作成します。接続は自分で行います。</translation>
    </message>
    <message>
        <source>These commands, as administrator, one after the other.</source>
        <translation>次のコマンドを管理者として順に実行します。</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>スクリプト</translation>
    </message>
    <message>
        <source>The script in full</source>
        <translation>スクリプト全体</translation>
    </message>
    <message>
        <source>Or type this instead of letting the manager run it.</source>
        <translation>マネージャーに実行させる代わりに、これを入力することもできます。</translation>
    </message>
    <message>
        <source>&amp;Run as administrator</source>
        <translation>管理者として実行(&amp;R)</translation>
    </message>
    <message>
        <source>The script network/make-tap of Sparkler&apos;s resources is missing.</source>
        <translation>Sparkler のリソースのスクリプト network/make-tap がありません。</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>実行中です。</translation>
    </message>
    <message>
        <source>This host has no pkexec to ask for the administrator&apos;s password. Use the command for a terminal.</source>
        <translation>このホストには、管理者のパスワードを求める pkexec がありません。ターミナル用のコマンドを使ってください。</translation>
    </message>
    <message>
        <source>It would not work; see what is said above.</source>
        <translation>このままでは動作しません。上の説明を見てください。</translation>
    </message>
    <message>
        <source>Make the network device %1</source>
        <translation>ネットワークデバイス %1 を作成</translation>
    </message>
    <message>
        <source>Take the network device %1 away</source>
        <translation>ネットワークデバイス %1 を削除</translation>
    </message>
    <message>
        <source>The device %1 was not made.</source>
        <translation>デバイス %1 は作成されませんでした。</translation>
    </message>
    <message>
        <source>The device %1 is still there.</source>
        <translation>デバイス %1 はまだあります。</translation>
    </message>
    <message>
        <source>Nothing was changed on this host.</source>
        <translation>このホストは何も変更されていません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MemoryView</name>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ゲスト</translation>
    </message>
    <message>
        <source>Balloon target</source>
        <translation>バルーンの目標値</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>バルーン</translation>
    </message>
    <message>
        <source>QEMU, resident on the host</source>
        <translation>QEMU (ホストに常駐)</translation>
    </message>
    <message>
        <source>Resident on the host</source>
        <translation>ホストに常駐</translation>
    </message>
    <message>
        <source>This machine runs emulated: its engine is inside a helper machine, and what the host holds is QEMU with all of that helper machine, which has more memory than the guest.</source>
        <translation>このマシンはエミュレーションで動作しています。エンジンは補助マシンの中にあり、ホストが保持しているのは、ゲストより多くのメモリを持つ補助マシン全体を含む QEMU です。</translation>
    </message>
    <message>
        <source>Resident is what the host holds for the engine&apos;s process; nearly all of it is memory that the guest has touched and the balloon has not given back.</source>
        <translation>常駐は、エンジンのプロセスのためにホストが保持しているメモリです。そのほとんどは、ゲストが使用し、バルーンが返却していないメモリです。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MergeOperation</name>
    <message>
        <source>The snapshot was not made full.</source>
        <translation>スナップショットはフルになりませんでした。</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>メモリをつなぎ合わせています</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>メトリクスはまだありません</translation>
    </message>
    <message>
        <source>Select a machine to see its metrics.</source>
        <translation>マシンを選択するとメトリクスが表示されます。</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>グラフ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;All counters</source>
        <translation>すべてのカウンター(&amp;A)</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>マシンが選択されていません</translation>
    </message>
    <message>
        <source>Waiting for the first sample</source>
        <translation>最初のサンプルを待機中</translation>
    </message>
    <message>
        <source>The engine is asked once a second.</source>
        <translation>エンジンに 1 秒ごとに問い合わせます。</translation>
    </message>
    <message>
        <source>%1 Metrics appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1実行中のメトリクスがここに表示されます。</translation>
    </message>
    <message>
        <source>%1 The plots end with its last run.</source>
        <translation>%1グラフは前回の実行の終わりまでです。</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>CSV としてコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>Parts of the metrics</source>
        <translation>メトリクスの区分</translation>
    </message>
    <message>
        <source>&amp;Memory and balloon</source>
        <translation>メモリとバルーン(&amp;M)</translation>
    </message>
    <message>
        <source>Rate &amp;limits</source>
        <translation>レート制限(&amp;L)</translation>
    </message>
    <message>
        <source>Export metrics as CSV</source>
        <translation>メトリクスを CSV としてエクスポート</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The metrics were written to %1.</source>
        <translation>メトリクスを %1 に書き込みました。</translation>
    </message>
    <message>
        <source>The metrics were not written to %1: %2</source>
        <translation>メトリクスは %1 に書き込まれませんでした: %2</translation>
    </message>
    <message>
        <source>The metrics are on the clipboard.</source>
        <translation>メトリクスをクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>エクスポートするものがまだありません。</translation>
    </message>
    <message>
        <source>The metrics are being written.</source>
        <translation>メトリクスを書き込んでいます。</translation>
    </message>
    <message>
        <source>Write what is in sight to a file (Ctrl+Shift+E)</source>
        <translation>表示中の内容をファイルに書き込み (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Copy what is in sight to the clipboard (Ctrl+Shift+C)</source>
        <translation>表示中の内容をクリップボードにコピー (Ctrl+Shift+C)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsDataCard</name>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>What the machine starts with: an object. A running machine gets it by the buttons below.</source>
        <translation>マシンの起動時のメタデータ (オブジェクト) です。実行中のマシンには下のボタンで送ります。</translation>
    </message>
    <message>
        <source>Metadata (JSON)</source>
        <translation>メタデータ (JSON)</translation>
    </message>
    <message>
        <source>Nothing. For instance: { &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</source>
        <translation>なし。例: { &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</translation>
    </message>
    <message>
        <source>Metadata as a tree</source>
        <translation>メタデータのツリー</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>整形(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Get from the machine</source>
        <translation>マシンから取得(&amp;G)</translation>
    </message>
    <message>
        <source>P&amp;ut into the machine</source>
        <translation>マシンに設定(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Patch the machine&apos;s</source>
        <translation>マシンに統合(&amp;P)</translation>
    </message>
    <message>
        <source>Line 1, column 1: the metadata has to be an object, { … }.</source>
        <translation>1 行 1 列: メタデータはオブジェクト { … } でなければなりません。</translation>
    </message>
    <message>
        <source>%1 of %2 bytes, without spaces</source>
        <translation>%2 バイト中 %1 バイト (空白を除く)</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>送信するテキストがありません。</translation>
    </message>
    <message>
        <source>Indents the text</source>
        <translation>テキストを字下げします</translation>
    </message>
    <message>
        <source>Shows what the running machine&apos;s service has now</source>
        <translation>実行中のマシンのサービスの現在の内容を表示します</translation>
    </message>
    <message>
        <source>Replaces what the running machine&apos;s service has by this text</source>
        <translation>実行中のマシンのサービスの内容を、このテキストで置き換えます</translation>
    </message>
    <message>
        <source>Merges this text into what the running machine&apos;s service has; null takes a name away</source>
        <translation>実行中のマシンのサービスの内容に、このテキストを統合します。null を指定した名前は削除されます</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsGuestCard</name>
    <message>
        <source>As the guest sees it</source>
        <translation>ゲストからの見え方</translation>
    </message>
    <message>
        <source>The service is off: the guest gets no answer.</source>
        <translation>サービスがオフです。ゲストは応答を得られません。</translation>
    </message>
    <message>
        <source>Commands for the guest</source>
        <translation>ゲスト用のコマンド</translation>
    </message>
    <message>
        <source>Worked out here from the text above, with the rules of the engine&apos;s service; the guest is not asked.</source>
        <translation>上のテキストから、エンジンのサービスの規則に従ってここで求めたものです。ゲストには問い合わせません。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>トークンあり</translation>
    </message>
    <message>
        <source>Without a token</source>
        <translation>トークンなし</translation>
    </message>
    <message>
        <source>With an expired token</source>
        <translation>期限切れのトークン</translation>
    </message>
    <message>
        <source>Seconds that a token is to live</source>
        <translation>トークンの有効期間 (秒)</translation>
    </message>
    <message>
        <source>A token for (&amp;seconds)</source>
        <translation>トークンの有効期間 (秒)(&amp;S)</translation>
    </message>
    <message>
        <source>Pa&amp;th</source>
        <translation>パス(&amp;T)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>プレーンテキスト</translation>
    </message>
    <message>
        <source>Accept: application/json</source>
        <translation>Accept: application/json</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>応答: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>status and type</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>status and answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>To try it in the guest: the first line gets a token, which lives for 300 seconds; the second shows it in the header X-metadata-token and asks for the path. The guest needs a route to the address: ip route add %1 dev eth0.</source>
        <translation>ゲストで試すには: 1 行目で 300 秒間有効なトークンを取得し、2 行目でそれをヘッダー X-metadata-token に入れてパスを要求します。ゲストには、このアドレスへの経路が必要です: ip route add %1 dev eth0</translation>
    </message>
    <message>
        <source>To try it in the guest. It needs a route to the address: ip route add %1 dev eth0.</source>
        <translation>ゲストで試すためのコマンドです。ゲストには、このアドレスへの経路が必要です: ip route add %1 dev eth0</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsPage</name>
    <message>
        <source>No machine is selected.</source>
        <translation>マシンが選択されていません。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>エンジンが応答しません。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>応答を待機中…</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>マシンは実行中です。ここでの変更は次回の起動時に適用されます。</translation>
    </message>
    <message>
        <source>This is what the machine&apos;s service has.</source>
        <translation>マシンのサービスの現在の内容です。</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is merged with this text.</source>
        <translation>マシンのメタデータにこのテキストを統合しました。</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is this text now.</source>
        <translation>マシンのメタデータはこのテキストになりました。</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata stays as it was.</source>
        <translation>マシンのメタデータは元のままです。</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsServiceForm</name>
    <message>
        <source>Metadata service</source>
        <translation>メタデータサービス</translation>
    </message>
    <message>
        <source>The guest can &amp;ask for metadata at an address of its network</source>
        <translation>ゲストがネットワーク上のアドレスでメタデータを要求できるようにする(&amp;A)</translation>
    </message>
    <message>
        <source>Plain text even for those who ask for &amp;JSON, as EC2 does</source>
        <translation>JSON を要求されてもプレーンテキストで応答 (EC2 と同様)(&amp;J)</translation>
    </message>
    <message>
        <source>Version 2: with a token</source>
        <translation>バージョン 2: トークンあり</translation>
    </message>
    <message>
        <source>Version 1: without (deprecated)</source>
        <translation>バージョン 1: トークンなし (非推奨)</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>バージョン(&amp;V)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>アドレス(&amp;D)</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>インターフェイス</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>インターフェイス %1</translation>
    </message>
    <message>
        <source>The machine has no network interface. Add one on the network page first.</source>
        <translation>マシンにネットワークインターフェイスがありません。先に「ネットワーク」ページで追加してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::NetworkPage</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The machine runs: rate limits change at once, everything else at the next start.</source>
        <translation>マシンは実行中です。レート制限はすぐに変更され、それ以外は次回の起動時に変更されます。</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around it has no network devices of this host, so a start with network interfaces fails.</source>
        <translation>マシンはエミュレーションで動作しています。補助マシンにはこのホストのネットワークデバイスがないため、ネットワークインターフェイスがあると起動に失敗します。</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>インターフェイス「%1」: %2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” are what they were.</source>
        <translation>「%1」のレート制限は元のままです。</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>「%1」のレート制限が適用されました。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, which the machine is not to have: choose it on the Jail page, or a start fails.</source>
        <translation>ユーザーモードネットワークには root 不要の隔離が必要ですが、マシンの設定にありません。「隔離」ページで選ばないと起動に失敗します。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>マシンが選択されていません</translation>
    </message>
    <message>
        <source>Select a machine, or create one.</source>
        <translation>マシンを選択するか、作成してください。</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>実行方式</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>initrd</translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation>ブート引数</translation>
    </message>
    <message>
        <source>Copy path: %1</source>
        <translation>パスをコピー: %1</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>フォルダーを開く: %1</translation>
    </message>
    <message>
        <source>Files and sockets</source>
        <translation>ファイルとソケット</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>ディレクトリ</translation>
    </message>
    <message>
        <source>API socket</source>
        <translation>API ソケット</translation>
    </message>
    <message>
        <source>Console socket</source>
        <translation>コンソールソケット</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>グループなし</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>グループ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>タグ(&amp;T)</translation>
    </message>
    <message>
        <source>What this machine is for</source>
        <translation>このマシンの用途</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>メモ(&amp;N)</translation>
    </message>
    <message>
        <source>Saved when you leave the field.</source>
        <translation>欄から離れると保存されます。</translation>
    </message>
    <message numerus="yes">
        <source>of %n vCPU(s)</source>
        <comment>processor use</comment>
        <translation>
            <numerusform>%n vCPU 中</numerusform>
        </translation>
    </message>
    <message>
        <source>resident, helper machine included</source>
        <translation>常駐 (補助マシンを含む)</translation>
    </message>
    <message>
        <source>resident, of %1 for the guest</source>
        <translation>常駐、ゲスト用 %1 中</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Emulated: works without KVM, many times slower</source>
        <translation>エミュレーション: KVM なしで動作、何倍も低速</translation>
    </message>
    <message>
        <source>Local KVM: this host&apos;s processor</source>
        <translation>ローカル KVM: このホストのプロセッサー</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>Known when the machine runs</source>
        <translation>マシンの実行中にわかります</translation>
    </message>
    <message>
        <source>The engine&apos;s default</source>
        <translation>エンジンの既定値</translation>
    </message>
    <message>
        <source>This machine has no drives. Add one under Hardware.</source>
        <translation>このマシンにはドライブがありません。「ハードウェア」で追加してください。</translation>
    </message>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>Sparkler %1, API %2</source>
        <translation>Sparkler %1、API %2</translation>
    </message>
    <message>
        <source>The folder was not opened.</source>
        <translation>フォルダーを開けませんでした。</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>デスクトップに %1 を開くプログラムがありません。</translation>
    </message>
    <message>
        <source>There is no folder %1 yet.</source>
        <translation>フォルダー %1 はまだありません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PathField</name>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1を参照</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotControls</name>
    <message>
        <source>Last minute</source>
        <translation>直近 1 分</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>直近 5 分</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>直近 15 分</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>Time shown in the plots</source>
        <translation>グラフに表示する時間</translation>
    </message>
    <message>
        <source>Resume plots</source>
        <translation>グラフを再開</translation>
    </message>
    <message>
        <source>Pause plots</source>
        <translation>グラフを一時停止</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotPlan</name>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>Flush</source>
        <translation>フラッシュ</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Port in</source>
        <translation>ポート入力</translation>
    </message>
    <message>
        <source>Port out</source>
        <translation>ポート出力</translation>
    </message>
    <message>
        <source>MMIO read</source>
        <translation>MMIO 読み取り</translation>
    </message>
    <message>
        <source>MMIO write</source>
        <translation>MMIO 書き込み</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>ゲストから</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>ゲストへ</translation>
    </message>
    <message>
        <source>all drives</source>
        <translation>すべてのドライブ</translation>
    </message>
    <message>
        <source>all interfaces</source>
        <translation>すべてのインターフェイス</translation>
    </message>
    <message>
        <source>Drive throughput, %1</source>
        <translation>ドライブのスループット、%1</translation>
    </message>
    <message>
        <source>Drive operations, %1</source>
        <translation>ドライブの操作、%1</translation>
    </message>
    <message>
        <source>Network throughput, %1</source>
        <translation>ネットワークのスループット、%1</translation>
    </message>
    <message>
        <source>Network packets, %1</source>
        <translation>ネットワークのパケット、%1</translation>
    </message>
    <message>
        <source>Held back by rate limiters</source>
        <translation>レートリミッターによる抑制</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>vCPU exits</source>
        <translation>vCPU イグジット</translation>
    </message>
    <message>
        <source>Serial console</source>
        <translation>シリアルコンソール</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>割り込み</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>発生</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Latency, average</source>
        <translation>レイテンシ (平均)</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>抑制</translation>
    </message>
    <message>
        <source>By rate limiter</source>
        <translation>レートリミッターによる</translation>
    </message>
    <message>
        <source>By full I/O queue</source>
        <translation>I/O キュー満杯による</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>パケット</translation>
    </message>
    <message>
        <source>Latency of sending, average</source>
        <translation>送信のレイテンシ (平均)</translation>
    </message>
    <message>
        <source>TAP write</source>
        <translation>TAP 書き込み</translation>
    </message>
    <message>
        <source>No guest buffer</source>
        <translation>ゲストのバッファーなし</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Inflating and deflating</source>
        <translation>膨張と収縮</translation>
    </message>
    <message>
        <source>Inflate</source>
        <translation>膨張</translation>
    </message>
    <message>
        <source>Deflate</source>
        <translation>収縮</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Given back to the host</source>
        <translation>ホストに返却</translation>
    </message>
    <message>
        <source>By reporting</source>
        <translation>レポートによる</translation>
    </message>
    <message>
        <source>By hinting</source>
        <translation>ヒンティングによる</translation>
    </message>
    <message>
        <source>Random data</source>
        <translation>乱数データ</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>処理済み</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>イグジット</translation>
    </message>
    <message>
        <source>Time for an exit, average</source>
        <translation>イグジットの時間 (平均)</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>1 秒あたりのバイト数</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Time taken per second</source>
        <translation>1 秒あたりの所要時間</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>1 秒あたりのイベント数</translation>
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
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 マイクロ秒</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotsView</name>
    <message>
        <source>Plots</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>表示(&amp;S):</translation>
    </message>
    <message>
        <source>Plots of</source>
        <translation>グラフの対象</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Chosen counters</source>
        <translation>選択したカウンター</translation>
    </message>
    <message>
        <source>Those that are ticked under “All counters”</source>
        <translation>「すべてのカウンター」でチェックを付けたもの</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>レイテンシ</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Engine process</source>
        <translation>エンジンのプロセス</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>常駐</translation>
    </message>
    <message>
        <source>now %1 on average</source>
        <translation>現在の平均 %1</translation>
    </message>
    <message>
        <source>since the start %1</source>
        <translation>起動後の平均 %1</translation>
    </message>
    <message>
        <source>shortest %1, longest %2</source>
        <translation>最短 %1、最長 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Failures were counted: %1</source>
        <translation>失敗を計数しました: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ProofCard</name>
    <message>
        <source>proven from /proc</source>
        <translation>/proc で確認済み</translation>
    </message>
    <message>
        <source>weaker than promised</source>
        <translation>約束より弱い</translation>
    </message>
    <message>
        <source>promised, but /proc does not tell</source>
        <translation>約束されていますが /proc では分かりません</translation>
    </message>
    <message>
        <source>note</source>
        <translation>補足</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RateLimiterEditor</name>
    <message>
        <source>Limit bandwidth</source>
        <translation>帯域幅を制限</translation>
    </message>
    <message>
        <source>Limit operations</source>
        <translation>操作数を制限</translation>
    </message>
    <message>
        <source>Edit token buckets directly</source>
        <translation>トークンバケットを直接編集</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Readiness</name>
    <message>
        <source>You may not use /dev/kvm.</source>
        <translation>/dev/kvm を使用する権限がありません。</translation>
    </message>
    <message>
        <source>Join the group “kvm”, then log out and in again.</source>
        <translation>グループ「kvm」に参加してから、ログアウトしてログインし直してください。</translation>
    </message>
    <message>
        <source>Switch on virtualisation in the firmware (VT-x or AMD-V), or nested virtualisation if this host is a virtual machine itself. Without it machines run emulated, slowly.</source>
        <translation>ファームウェアで仮想化 (VT-x または AMD-V) を有効にしてください。このホスト自体が仮想マシンの場合は、ネストされた仮想化を有効にしてください。仮想化なしでは、マシンはエミュレーションで低速に動作します。</translation>
    </message>
    <message>
        <source>Machines can run emulated instead, slowly.</source>
        <translation>代わりにエミュレーションでマシンを実行できますが、低速です。</translation>
    </message>
    <message>
        <source>KVM can run stock kernels.</source>
        <translation>KVM で標準のカーネルを実行できます。</translation>
    </message>
    <message numerus="yes">
        <source>KVM did not answer within %n second(s).</source>
        <translation>
            <numerusform>KVM が %n 秒以内に応答しませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>KVM is there, but cannot run a stock kernel: %1</source>
        <translation>KVM はありますが、標準のカーネルを実行できません: %1</translation>
    </message>
    <message>
        <source>KVM cannot be used: %1</source>
        <translation>KVM を使用できません: %1</translation>
    </message>
    <message>
        <source>Whether KVM works could not be found out: sparkler-kvm-probe failed. %1</source>
        <translation>KVM が動作するか確認できませんでした: sparkler-kvm-probe が失敗しました。%1</translation>
    </message>
    <message>
        <source>There is no /dev/kvm on this host.</source>
        <translation>このホストには /dev/kvm がありません。</translation>
    </message>
    <message>
        <source>KVM is there. Whether it can run stock kernels is not known: sparkler-kvm-probe was not found.</source>
        <translation>KVM はあります。標準のカーネルを実行できるかどうかは不明です: sparkler-kvm-probe が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine.</source>
        <translation>Sparkler を完全にインストールするか、エンジンを選択してください。</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>プログラム sparkler-engine が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Version %1, API level %2: %3</source>
        <translation>バージョン %1、API レベル %2: %3</translation>
    </message>
    <message>
        <source>%1 is Firecracker %2, not Sparkler’s engine: machines have no console here.</source>
        <translation>%1 は Sparkler のエンジンではなく Firecracker %2 です。マシンのコンソールは使えません。</translation>
    </message>
    <message>
        <source>%1 does not run: %2</source>
        <translation>%1 は実行できません: %2</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>検出: %1</translation>
    </message>
    <message>
        <source>The free space for %1 is not known.</source>
        <translation>%1 の空き容量は不明です。</translation>
    </message>
    <message>
        <source>Only %1 are free for machines in %2.</source>
        <translation>%2 のマシンに使える空き容量は %1 だけです。</translation>
    </message>
    <message>
        <source>%1 are free for machines.</source>
        <translation>マシンに使える空き容量は %1 です。</translation>
    </message>
    <message>
        <source>Free some space, or set XDG_DATA_HOME to a folder on a larger disk.</source>
        <translation>空き容量を増やすか、XDG_DATA_HOME をより大きなディスクのフォルダーに設定してください。</translation>
    </message>
    <message>
        <source>The paths of the sockets are short enough.</source>
        <translation>ソケットのパスは十分に短いです。</translation>
    </message>
    <message numerus="yes">
        <source>The paths of the machines’ sockets in %1 are %n byte(s) too long for the system.</source>
        <translation>
            <numerusform>%1 にあるマシンのソケットのパスは、システムの上限より %n バイト長すぎます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>XDG_DATA_HOME をパスの短いフォルダーに設定してください。</translation>
    </message>
    <message>
        <source>Machines can run emulated.</source>
        <translation>エミュレーションでマシンを実行できます。</translation>
    </message>
    <message>
        <source>The program qemu-system-x86_64 was not found.</source>
        <translation>プログラム qemu-system-x86_64 が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Sparkler’s emulator was not found.</source>
        <translation>Sparkler のエミュレーターが見つかりませんでした。</translation>
    </message>
    <message>
        <source>Install QEMU to run machines without KVM.</source>
        <translation>KVM なしでマシンを実行するには、QEMU をインストールしてください。</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Sparkler を完全にインストールしてください。</translation>
    </message>
    <message>
        <source>Not needed, since KVM can be used.</source>
        <translation>KVM を使用できるため不要です。</translation>
    </message>
    <message>
        <source>Hardware virtualisation</source>
        <translation>ハードウェア仮想化</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Jailer</source>
        <translation>Jailer</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>ディスク容量</translation>
    </message>
    <message>
        <source>Socket paths</source>
        <translation>ソケットのパス</translation>
    </message>
    <message>
        <source>Emulator</source>
        <translation>エミュレーター</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>プログラム sparkler-jailer が見つかりません。</translation>
    </message>
    <message>
        <source>%1 is no program.</source>
        <translation>%1 はプログラムではありません。</translation>
    </message>
    <message>
        <source>The program passt was not found; machines can have no user-mode network.</source>
        <translation>プログラム passt が見つかりません。マシンでユーザーモードネットワークを使えません。</translation>
    </message>
    <message>
        <source>Install passt.</source>
        <translation>passt をインストールしてください。</translation>
    </message>
    <message>
        <source>User namespaces</source>
        <translation>ユーザー名前空間</translation>
    </message>
    <message>
        <source>User-mode network</source>
        <translation>ユーザーモードネットワーク</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>コントロールグループ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ReadinessStrip</name>
    <message>
        <source>Copy command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation>設定を開く…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再確認</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveOperation</name>
    <message>
        <source>The snapshot was not removed.</source>
        <translation>スナップショットは削除されませんでした。</translation>
    </message>
    <message>
        <source>Making a diff full (%1 of %2)</source>
        <translation>差分をフルにしています (%1/%2)</translation>
    </message>
    <message>
        <source>All snapshots are still there.</source>
        <translation>スナップショットはすべて残っています。</translation>
    </message>
    <message>
        <source>The snapshots are being removed.</source>
        <translation>スナップショットを削除中です。</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>削除中</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveSnapshotDialog</name>
    <message>
        <source>Delete “%1”</source>
        <translation>「%1」を削除</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>No other snapshot needs it. Machines that were made from it stay: they have copies of their own.</source>
        <translation>ほかのスナップショットはこれを必要としません。ここから作成したマシンは独自のコピーを持つため残ります。</translation>
    </message>
    <message>
        <source>These diffs are of no use without it: %1.</source>
        <comment>names of snapshots</comment>
        <translation>次の差分はこれがないと使えません: %1。</translation>
    </message>
    <message>
        <source>What becomes of them</source>
        <translation>差分の扱い</translation>
    </message>
    <message>
        <source>&amp;Keep them: make them full first</source>
        <translation>残す: 先にフルにする(&amp;K)</translation>
    </message>
    <message>
        <source>Their memory is put together. That takes time and space.</source>
        <translation>メモリをつなぎ合わせます。時間と容量が必要です。</translation>
    </message>
    <message>
        <source>Delete &amp;them, too</source>
        <translation>差分も削除する(&amp;T)</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>処理の内容</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a snapshot</comment>
        <translation>「%1」</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>snapshots</comment>
        <translation>
            <numerusform>ほか %n 件</numerusform>
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
        <translation>先にフルにするもの: %1。</translation>
    </message>
    <message>
        <source>Deleted: %1.</source>
        <comment>names of snapshots</comment>
        <translation>削除するもの: %1。</translation>
    </message>
    <message>
        <source>This frees %1 at most, and cannot be undone.</source>
        <comment>size</comment>
        <translation>最大 %1 が空きます。元には戻せません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RequestForm</name>
    <message>
        <source>Method</source>
        <translation>メソッド</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>送信(&amp;S)</translation>
    </message>
    <message>
        <source>Body (JSON)</source>
        <translation>本文 (JSON)</translation>
    </message>
    <message>
        <source>A path begins with “/”.</source>
        <translation>パスは「/」で始まります。</translation>
    </message>
    <message>
        <source>A path holds no blanks and only ASCII characters.</source>
        <translation>パスには空白を含められず、ASCII 文字だけを使えます。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>応答を待機中…</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Return)</source>
        <translation>リクエストを送信 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>JSON body, or nothing</source>
        <translation>JSON の本文、または空</translation>
    </message>
    <message>
        <source>GET requests have no body.</source>
        <translation>GET リクエストに本文はありません。</translation>
    </message>
    <message>
        <source>The request goes straight to the engine. What it changes is not written to the machine&apos;s definition.</source>
        <translation>リクエストは直接エンジンに送られます。その変更はマシンの定義には書き込まれません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ResourcesForm</name>
    <message>
        <source>Processors and memory</source>
        <translation>プロセッサーとメモリ</translation>
    </message>
    <message>
        <source>Virtual &amp;CPUs</source>
        <translation>仮想 CPU(&amp;C)</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Mem&amp;ory</source>
        <translation>メモリ(&amp;O)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>2 MiB, reserved on the host</source>
        <translation>2 MiB、ホストで予約</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透過的</translation>
    </message>
    <message>
        <source>Hu&amp;ge pages</source>
        <translation>ヒュージページ(&amp;G)</translation>
    </message>
    <message>
        <source>H&amp;yper-threading: the guest sees two threads a core</source>
        <translation>ハイパースレッディング: ゲストから 1 コアあたり 2 スレッドが見えます(&amp;Y)</translation>
    </message>
    <message>
        <source>Track &amp;written pages, for incremental snapshots</source>
        <translation>書き込まれたページを追跡 (増分スナップショット用)(&amp;W)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreOperation</name>
    <message>
        <source>“%1” was not restored.</source>
        <translation>「%1」は復元されませんでした。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Preparing memory and drives</source>
        <translation>メモリとドライブを準備中</translation>
    </message>
    <message>
        <source>The machine is being started from the snapshot.</source>
        <translation>マシンをスナップショットから起動中です。</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>マシンは処理中に削除されました。</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>エンジンを終了中</translation>
    </message>
    <message>
        <source>Putting the drives back</source>
        <translation>ドライブを元に戻しています</translation>
    </message>
    <message>
        <source>Its drives and settings are as before, and it is stopped.</source>
        <translation>ドライブと設定は元のままで、マシンは停止しています。</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>スナップショットを読み込み中</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>仕上げ中</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>別のマネージャーが起動しています。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreSnapshotDialog</name>
    <message>
        <source>Restore “%1”</source>
        <translation>「%1」を復元</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>復元(&amp;R)</translation>
    </message>
    <message>
        <source>The machine goes back to “%1” of %2: its memory, its devices, its drives and its settings. Its name, group, tags and notes stay.</source>
        <translation>マシンは %2 の「%1」に戻ります。メモリ、デバイス、ドライブ、設定が戻り、名前、グループ、タグ、メモはそのまま残ります。</translation>
    </message>
    <message>
        <source>Take a snapshot of the &amp;present state first</source>
        <translation>先に現在の状態のスナップショットを取得する(&amp;P)</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on afterwards</source>
        <translation>その後ゲストを再開する(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Note which memory the guest touches first</source>
        <translation>ゲストがどのメモリから使うかを記録する(&amp;N)</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>失われるもの</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>このホスト</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>その後</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>次回以降の復元では、そのメモリをまとめて読み込むので速くなります。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Looking whether it can be restored here…</source>
        <translation>ここで復元できるか確認しています…</translation>
    </message>
    <message>
        <source>• %1</source>
        <comment>one of several sentences</comment>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>ありません。</translation>
    </message>
    <message>
        <source>Processor, engine and files fit.</source>
        <translation>プロセッサー、エンジン、ファイルに問題はありません。</translation>
    </message>
    <message>
        <source>It cannot be restored as things are; see what is said above.</source>
        <translation>現状では復元できません。上の説明を参照してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Runner</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>エンジンを起動できませんでした。</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>プログラム sparkler-engine が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine in the settings.</source>
        <translation>Sparkler を完全にインストールするか、設定でエンジンを選択してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SerialForm</name>
    <message>
        <source>Serial port</source>
        <translation>シリアルポート</translation>
    </message>
    <message>
        <source>Keep or &amp;slow down the serial port&apos;s output</source>
        <translation>シリアルポートの出力を保存または抑制(&amp;S)</translation>
    </message>
    <message>
        <source>File of the serial port</source>
        <translation>シリアルポートのファイル</translation>
    </message>
    <message>
        <source>Limit output</source>
        <translation>出力を制限</translation>
    </message>
    <message>
        <source>The engine&apos;s standard output</source>
        <translation>エンジンの標準出力</translation>
    </message>
    <message>
        <source>A file in the machine&apos;s folder</source>
        <translation>マシンのフォルダーのファイル</translation>
    </message>
    <message>
        <source>A file or named pipe of yours</source>
        <translation>自分のファイルまたは名前付きパイプ</translation>
    </message>
    <message>
        <source>&amp;Output goes to</source>
        <translation>出力先(&amp;O)</translation>
    </message>
    <message>
        <source>The console page shows it all the same.</source>
        <translation>この設定でも「コンソール」ページには表示されます。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>File or named pipe</source>
        <translation>ファイルまたは名前付きパイプ</translation>
    </message>
    <message>
        <source>F&amp;ile or pipe</source>
        <translation>ファイルまたはパイプ(&amp;I)</translation>
    </message>
    <message>
        <source>It has to be there. A pipe needs a reader.</source>
        <translation>すでに存在している必要があります。パイプには読み取る側が必要です。</translation>
    </message>
    <message>
        <source>What a guest prints faster than this waits.</source>
        <translation>これより速いゲストの出力は待たされます。</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>ルートフォルダーからの完全なパスを指定してください。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>これはフォルダーです。</translation>
    </message>
    <message>
        <source>You may not write to this file.</source>
        <translation>このファイルに書き込む権限がありません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SettingsDialog</name>
    <message>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <source>This file is not a program.</source>
        <translation>このファイルはプログラムではありません。</translation>
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
        <translation>問題</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Engine program</source>
        <translation>エンジンのプログラム</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Counts from the next start of Sparkler.</source>
        <translation>次回の Sparkler 起動時から有効になります。</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>&amp;Time to shut down</source>
        <translation>シャットダウンの待ち時間(&amp;T)</translation>
    </message>
    <message>
        <source>A guest that has not ended by then is stopped by force.</source>
        <translation>この時間内に終了しないゲストは強制停止されます。</translation>
    </message>
    <message>
        <source>&amp;Engine program</source>
        <translation>エンジンのプログラム(&amp;E)</translation>
    </message>
    <message>
        <source>Leave empty to use the one that came with Sparkler. Counts from the next start.</source>
        <translation>空欄の場合は Sparkler に付属のものを使います。次回の起動時から有効になります。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再確認</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is checked and what was found</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Console: copy, paste</source>
        <translation>コンソール: コピー、貼り付け</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C, Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+C、Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Console: search</source>
        <translation>コンソール: 検索</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Console: leave with the keyboard</source>
        <translation>コンソール: キーボードで抜ける</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Tab</source>
        <translation>Ctrl+Shift+Tab</translation>
    </message>
    <message>
        <source>Console: text size</source>
        <translation>コンソール: 文字サイズ</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+-, Ctrl+0</source>
        <translation>Ctrl++、Ctrl+-、Ctrl+0</translation>
    </message>
    <message>
        <source>Plot: move the crosshair, pause</source>
        <translation>グラフ: 十字線の移動、一時停止</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>←、→、Space</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Metrics: export as CSV, copy as CSV</source>
        <translation>メトリクス: CSV としてエクスポート、CSV としてコピー</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E, Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+E、Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Metrics: search the counters</source>
        <translation>メトリクス: カウンターを検索</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Snapshots: take one, rename, delete</source>
        <translation>スナップショット: 取得、名前の変更、削除</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S, F2, Delete</source>
        <translation>Ctrl+Shift+S、F2、Delete</translation>
    </message>
    <message>
        <source>Snapshots: search</source>
        <translation>スナップショット: 検索</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDetails</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>スナップショットの名前</translation>
    </message>
    <message>
        <source>Saved when you leave the field</source>
        <translation>欄から離れると保存されます</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取得日時</translation>
    </message>
    <message>
        <source>Guest stood still</source>
        <translation>ゲストの停止</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>ディスク上のサイズ</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>元の状態</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>これを必要とするもの</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The console at that moment</source>
        <translation>そのときのコンソール</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
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
        <translation>すでに一時停止していました</translation>
    </message>
    <message>
        <source>%1 (state %2)</source>
        <comment>size on disk</comment>
        <translation>%1 (状態 %2)</translation>
    </message>
    <message>
        <source>%1 RAM · %2</source>
        <comment>memory and processors</comment>
        <translation>RAM %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>A start of the machine</source>
        <translation>マシンの起動</translation>
    </message>
    <message>
        <source>No other snapshot</source>
        <translation>ほかのスナップショットなし</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of snapshots</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Not verified in this session</source>
        <translation>このセッションでは未検証</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>ドライブ「%1」</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size of a drive, and how it was copied</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>It can be restored here: processor, engine and files fit.</source>
        <translation>ここで復元できます。プロセッサー、エンジン、ファイルに問題はありません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDialog</name>
    <message>
        <source>Try it &amp;nevertheless: the guest may crash, or not go on at all</source>
        <translation>それでも試す(&amp;N): ゲストがクラッシュするか、まったく再開しないことがあります</translation>
    </message>
    <message>
        <source>Decide first whether to take the risk that is told above.</source>
        <translation>まず、上に示したリスクを受け入れるかどうかを決めてください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotLibrary</name>
    <message>
        <source>Name and note were not changed.</source>
        <translation>名前とメモは変更されませんでした。</translation>
    </message>
    <message>
        <source>A name has between 1 and %1 characters.</source>
        <translation>名前は 1〜%1 文字です。</translation>
    </message>
    <message>
        <source>A note has %1 characters at most.</source>
        <translation>メモは最大 %1 文字です。</translation>
    </message>
    <message>
        <source>The machine’s snapshots are still being read.</source>
        <translation>マシンのスナップショットを読み込み中です。</translation>
    </message>
    <message>
        <source>Another task works on the machine’s snapshots: %1.</source>
        <translation>別のタスクがこのマシンのスナップショットを処理しています: %1。</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>このスナップショットはもう存在しません。</translation>
    </message>
    <message>
        <source>Its memory is not whole: a snapshot that it is a diff of is missing or damaged.</source>
        <translation>メモリが揃っていません。差分の元になるスナップショットがないか、破損しています。</translation>
    </message>
    <message>
        <source>Only a machine that runs or is paused can be snapshotted.</source>
        <translation>スナップショットを取得できるのは、実行中または一時停止中のマシンだけです。</translation>
    </message>
    <message>
        <source>The drive “%1” cannot be copied: %2 is not a regular file.</source>
        <translation>ドライブ「%1」をコピーできません。%2 は通常ファイルではありません。</translation>
    </message>
    <message>
        <source>A diff has what has changed since a snapshot that this engine made or was started from, and there is none. Make a full one first.</source>
        <translation>差分は、このエンジンが取得したか起動に使ったスナップショットからの変更を保存しますが、該当するものがありません。先にフルを取得してください。</translation>
    </message>
    <message>
        <source>With huge pages a diff needs the machine’s setting “track dirty pages”.</source>
        <translation>ヒュージページを使う場合、差分にはマシンの「ダーティページの追跡」の設定が必要です。</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>このマシンはもう存在しません。</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>マシンを起動中です。</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>マシンを停止中です。</translation>
    </message>
    <message>
        <source>It is full already.</source>
        <translation>すでにフルです。</translation>
    </message>
    <message numerus="yes">
        <source>%n diff(s) need it.</source>
        <translation>
            <numerusform>%n 個の差分がこれを必要としています。</numerusform>
        </translation>
    </message>
    <message>
        <source>The memory of “%1” cannot be put together.</source>
        <translation>「%1」のメモリをつなぎ合わせられません。</translation>
    </message>
    <message>
        <source>A task works on it: %1.</source>
        <translation>タスクが処理中です: %1。</translation>
    </message>
    <message>
        <source>Snapshot of “%1”</source>
        <translation>「%1」のスナップショット</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>「%1」を復元</translation>
    </message>
    <message numerus="yes">
        <source>Start %n machine(s) from “%1”</source>
        <translation>
            <numerusform>「%1」から %n 台のマシンを起動</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a snapshot</source>
        <translation>スナップショットを削除</translation>
    </message>
    <message>
        <source>Make a snapshot full</source>
        <translation>スナップショットをフルにする</translation>
    </message>
    <message>
        <source>Export a snapshot</source>
        <translation>スナップショットをエクスポート</translation>
    </message>
    <message>
        <source>Another import is under way.</source>
        <translation>別のインポートを実行中です。</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 をインポート</translation>
    </message>
    <message>
        <source>Verify a snapshot</source>
        <translation>スナップショットを検証</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotTreeModel</name>
    <message>
        <source>You are here</source>
        <translation>現在地</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and kind</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a snapshot or machine, and what it comes from</comment>
        <translation>%1、元: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取得日時</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>ドライブ</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotsPage</name>
    <message>
        <source>Nothing matches</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>No snapshot or machine has all of these words and is of this kind.</source>
        <translation>すべての語を含み、この種類に当てはまるスナップショットやマシンはありません。</translation>
    </message>
    <message>
        <source>No snapshots yet</source>
        <translation>スナップショットはまだありません</translation>
    </message>
    <message>
        <source>Take snapshot…</source>
        <translation>スナップショットを取得…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>&amp;Take snapshot…</source>
        <translation>スナップショットを取得(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>復元(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;New machine…</source>
        <translation>新しいマシン(&amp;N)…</translation>
    </message>
    <message>
        <source>Start &amp;clones…</source>
        <translation>クローンを起動(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>検証(&amp;V)</translation>
    </message>
    <message>
        <source>Make &amp;full</source>
        <translation>フルにする(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>インポート(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>削除(&amp;D)…</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>名前の変更(&amp;M)</translation>
    </message>
    <message>
        <source>Go to the machine</source>
        <translation>マシンへ移動</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>名前とメモを検索</translation>
    </message>
    <message>
        <source>Search snapshots</source>
        <translation>スナップショットを検索</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Full snapshots</source>
        <translation>フルスナップショット</translation>
    </message>
    <message>
        <source>Diffs</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Damaged ones</source>
        <translation>破損したもの</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>マシンが選択されていません</translation>
    </message>
    <message>
        <source>Reading the snapshots…</source>
        <translation>スナップショットを読み込んでいます…</translation>
    </message>
    <message>
        <source>A snapshot keeps a machine&apos;s memory, devices and drives as they are at one moment. Go back to it whenever you like, or start any number of machines that go on from there within milliseconds.</source>
        <translation>スナップショットは、ある時点のマシンのメモリ、デバイス、ドライブを保存します。いつでもその状態に戻れるほか、そこから数ミリ秒で動き出すマシンをいくつでも起動できます。</translation>
    </message>
    <message>
        <source>This machine was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>このマシンは「%2」の「%1」から作成されました。</translation>
    </message>
    <message>
        <source>Select a machine to see its snapshots.</source>
        <translation>マシンを選択すると、そのスナップショットが表示されます。</translation>
    </message>
    <message>
        <source>This snapshot is damaged and cannot be restored.</source>
        <translation>このスナップショットは破損しており、復元できません。</translation>
    </message>
    <message>
        <source>It takes %1 on disk.</source>
        <translation>ディスク上で %1 を使っています。</translation>
    </message>
    <message>
        <source>The machine: %1.</source>
        <comment>its state</comment>
        <translation>マシンの状態: %1。</translation>
    </message>
    <message>
        <source>It comes from no snapshot that is here.</source>
        <translation>ここにあるどのスナップショットからのものでもありません。</translation>
    </message>
    <message>
        <source>It comes from “%1”, which was taken or restored last.</source>
        <translation>最後に取得または復元した「%1」に続く状態です。</translation>
    </message>
    <message>
        <source>It was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>「%2」の「%1」から作成されました。</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>現在地</translation>
    </message>
    <message>
        <source>A machine of its own that was made from this snapshot.</source>
        <translation>このスナップショットから作成された独立したマシンです。</translation>
    </message>
    <message>
        <source>It is in this state: %1.</source>
        <translation>状態: %1。</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>マシンが選択されていません。</translation>
    </message>
    <message>
        <source>Select a snapshot first.</source>
        <translation>先にスナップショットを選択してください。</translation>
    </message>
    <message>
        <source>It is damaged: %1</source>
        <translation>破損しています: %1</translation>
    </message>
    <message>
        <source>Something is being done with the machine&apos;s snapshots already.</source>
        <translation>このマシンのスナップショットは処理中です。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Snapshot archives (*.tar.zst);;All files (*)</source>
        <translation>スナップショットのアーカイブ (*.tar.zst);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>“%1” is full now and needs no other one.</source>
        <translation>「%1」はフルになり、ほかのスナップショットは不要になりました。</translation>
    </message>
    <message>
        <source>Snapshot of %1</source>
        <comment>time</comment>
        <translation>%1 のスナップショット</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest stood still for %2.</source>
        <comment>snapshot and duration</comment>
        <translation>「%1」を取得しました。ゲストの停止時間は %2 でした。</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest is still paused.</source>
        <translation>「%1」を取得しました。ゲストは一時停止したままです。</translation>
    </message>
    <message>
        <source>The machine is back at “%1” and goes on from there.</source>
        <translation>マシンは「%1」に戻り、そこから動いています。</translation>
    </message>
    <message>
        <source>The machine is back at “%1”, paused.</source>
        <translation>マシンは「%1」に戻り、一時停止しています。</translation>
    </message>
    <message>
        <source>Before going back to “%1”</source>
        <translation>「%1」に戻る前</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <comment>machine</comment>
        <translation>%1 クローン</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) made from the snapshot.</source>
        <translation>
            <numerusform>スナップショットから %n 台のマシンを作成しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>「%1」を削除しました。</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>「%1」をエクスポート</translation>
    </message>
    <message>
        <source>The snapshot is exported to %1.</source>
        <translation>スナップショットを %1 にエクスポートしました。</translation>
    </message>
    <message>
        <source>Import a snapshot</source>
        <translation>スナップショットをインポート</translation>
    </message>
    <message>
        <source>The machine “%1” is imported with its snapshot.</source>
        <translation>マシン「%1」をスナップショットとともにインポートしました。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Sparkline</name>
    <message>
        <source>Latest value %1</source>
        <translation>最新の値 %1</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>値なし</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StartSequence</name>
    <message>
        <source>It was cancelled.</source>
        <translation>キャンセルされました。</translation>
    </message>
    <message>
        <source>Preparing files</source>
        <translation>ファイルを準備中</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>エンジンを起動中</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>エンジンを起動できませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s).</source>
        <translation>
            <numerusform>%n 秒以内に応答しませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>別のプロセス (%1) がマシンの API ソケットで待ち受けています。</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>そのプロセスを終了してから、マシンをもう一度起動してください。</translation>
    </message>
    <message>
        <source>Configuring the engine</source>
        <translation>エンジンを構成中</translation>
    </message>
    <message>
        <source>The machine could not be configured.</source>
        <translation>マシンを構成できませんでした。</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>スナップショットを読み込み中</translation>
    </message>
    <message>
        <source>The snapshot could not be loaded.</source>
        <translation>スナップショットを読み込めませんでした。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StateCard</name>
    <message>
        <source>The engine runs in a helper machine that is computed, not accelerated: everything works, many times slower.</source>
        <translation>エンジンは、アクセラレーションなしのエミュレーションによる補助マシンで動作します。すべて動作しますが、何倍も遅くなります。</translation>
    </message>
    <message>
        <source>The engine runs on this host&apos;s processor through KVM.</source>
        <translation>エンジンは KVM を通じてこのホストのプロセッサーで動作します。</translation>
    </message>
    <message>
        <source>Up for %1</source>
        <translation>稼働時間 %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1 から</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TagEditor</name>
    <message>
        <source>Add tag</source>
        <translation>タグを追加</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>タグ %1</translation>
    </message>
    <message>
        <source>Press to remove</source>
        <translation>押すと外します</translation>
    </message>
    <message>
        <source>Remove tag %1</source>
        <translation>タグ %1 を外す</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TakeSnapshotDialog</name>
    <message>
        <source>Take a snapshot</source>
        <translation>スナップショットの取得</translation>
    </message>
    <message>
        <source>&amp;Take snapshot</source>
        <translation>スナップショットを取得(&amp;T)</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stands still while its memory is written and its drives are copied, and goes on afterwards.</source>
        <translation>現在のメモリ、デバイス、ドライブを保存します。メモリの書き出しとドライブのコピーの間ゲストは停止し、その後再開します。</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stays paused.</source>
        <translation>現在のメモリ、デバイス、ドライブを保存します。ゲストは一時停止したままです。</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>メモ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Full: the whole memory</source>
        <translation>フル: メモリ全体(&amp;F)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Can be restored by itself.</source>
        <translation>単独で復元できます。</translation>
    </message>
    <message>
        <source>&amp;Diff: only what has changed</source>
        <translation>差分: 変更された部分のみ(&amp;D)</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without the snapshot that it comes from.</source>
        <translation>小さく高速ですが、元のスナップショットがないと使えません。</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without “%1”, which it comes from.</source>
        <translation>小さく高速ですが、元の「%1」がないと使えません。</translation>
    </message>
    <message>
        <source>Drives and space</source>
        <translation>ドライブと容量</translation>
    </message>
    <message>
        <source>%1: its file is missing</source>
        <translation>%1: ファイルがありません</translation>
    </message>
    <message>
        <source>%1: read-only, is not copied</source>
        <comment>drive</comment>
        <translation>%1: 読み取り専用のためコピーしません</translation>
    </message>
    <message>
        <source>%1: copied by reflink, shares its blocks and needs no space now</source>
        <comment>drive</comment>
        <translation>%1: reflink でコピー。ブロックを共有し、今は容量を使いません</translation>
    </message>
    <message>
        <source>%1: copied with its holes, needs %2</source>
        <comment>drive and size</comment>
        <translation>%1: 疎のままコピー、%2 が必要</translation>
    </message>
    <message>
        <source>Looking at the drives…</source>
        <translation>ドライブを確認しています…</translation>
    </message>
    <message>
        <source>The machine has no drives.</source>
        <translation>このマシンにはドライブがありません。</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory, usually far less</source>
        <comment>size</comment>
        <translation>メモリに最大 %1 が必要です (通常はずっと少なくて済みます)</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory</source>
        <comment>size</comment>
        <translation>メモリに最大 %1 が必要です</translation>
    </message>
    <message>
        <source>%1, and %2 for the drives</source>
        <comment>what the memory needs, and a size</comment>
        <translation>%1。ドライブには %2 が必要です</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2 are free.</source>
        <comment>what is needed, and a size</comment>
        <translation>%1。空きは %2 です。</translation>
    </message>
    <message>
        <source>There is not enough space for the drives. Free some first.</source>
        <translation>ドライブのための容量が足りません。先に空きを増やしてください。</translation>
    </message>
    <message>
        <source>The space may not be enough. Free some first.</source>
        <translation>容量が足りないおそれがあります。先に空きを増やしてください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskPanel</name>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>完了したものを消去</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskRow</name>
    <message>
        <source>Copy the error report</source>
        <translation>エラー報告をコピー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button and task</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>キャンセル中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失敗: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSearchBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>大文字と小文字を区別(&amp;C)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Find in terminal</source>
        <translation>ターミナル内を検索</translation>
    </message>
    <message>
        <source>Return finds the match before, Shift+Return the next one. Esc closes.</source>
        <translation>Return で前の一致、Shift+Return で次の一致を検索します。Esc で閉じます。</translation>
    </message>
    <message>
        <source>Search result</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>検索を閉じる</translation>
    </message>
    <message>
        <source>Started again from the other end</source>
        <translation>反対側の端から検索を続けました</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSurface</name>
    <message numerus="yes">
        <source>%n byte(s) of output left out</source>
        <translation>
            <numerusform>%n バイトの出力を省略しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalView</name>
    <message>
        <source>Terminal</source>
        <translation>ターミナル</translation>
    </message>
    <message>
        <source>Tab goes to the guest. Ctrl+Shift+Tab leaves the terminal.</source>
        <translation>Tab はゲストに送られます。Ctrl+Shift+Tab でターミナルから抜けます。</translation>
    </message>
    <message>
        <source>Terminal history</source>
        <translation>ターミナルの履歴</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>標準サイズ(&amp;N)</translation>
    </message>
    <message>
        <source>Clear &amp;scrollback</source>
        <translation>スクロールバックを消去(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;log…</source>
        <translation>ログを保存(&amp;L)…</translation>
    </message>
    <message>
        <source>Terminal menu</source>
        <translation>ターミナルのメニュー</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalWidget</name>
    <message>
        <source>The log could not be saved to %1: %2. Choose another place.</source>
        <translation>ログを %1 に保存できませんでした: %2。別の場所を選択してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TokenBucketEditor</name>
    <message>
        <source>/s</source>
        <translation>/秒</translation>
    </message>
    <message>
        <source> ops/s</source>
        <translation> 操作/秒</translation>
    </message>
    <message>
        <source>%1: rate</source>
        <translation>%1: レート</translation>
    </message>
    <message>
        <source> ops</source>
        <translation> 操作</translation>
    </message>
    <message>
        <source>%1: one-time burst</source>
        <translation>%1: 一回限りのバースト</translation>
    </message>
    <message>
        <source>%1: size in tokens</source>
        <translation>%1: サイズ (トークン数)</translation>
    </message>
    <message>
        <source>%1: refill time in milliseconds</source>
        <translation>%1: 補充時間 (ミリ秒)</translation>
    </message>
    <message>
        <source>%1: one-time burst in tokens</source>
        <translation>%1: 一回限りのバースト (トークン数)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Limit to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>one-time burst</source>
        <translation>一回限りのバースト</translation>
    </message>
    <message>
        <source>Size (tokens)</source>
        <translation>サイズ (トークン)</translation>
    </message>
    <message>
        <source>Refill time (ms)</source>
        <translation>補充時間 (ミリ秒)</translation>
    </message>
    <message>
        <source>One-time burst</source>
        <translation>一回限りのバースト</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms</source>
        <translation>サイズ %1 トークン、補充 %2 ミリ秒</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms, one-time burst %3</source>
        <translation>サイズ %1 トークン、補充 %2 ミリ秒、一回限りのバースト %3</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>%1 on average, %2 on top once</source>
        <translation>平均 %1、加えて一回限り %2</translation>
    </message>
    <message>
        <source>Enter a rate above 0, or switch the limit off.</source>
        <translation>0 より大きいレートを入力するか、制限をオフにしてください。</translation>
    </message>
    <message>
        <source>Enter whole numbers from 0 to 18446744073709551615.</source>
        <translation>0 から 18446744073709551615 までの整数を入力してください。</translation>
    </message>
    <message>
        <source>With a size or refill time of 0 there is no limit.</source>
        <translation>サイズまたは補充時間が 0 の場合、制限はありません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TrashDialog</name>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>完全に削除…</translation>
    </message>
    <message>
        <source>Deleted machines</source>
        <translation>削除したマシン</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除日時</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>ディスク上のサイズ</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>完全に削除</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) and their disks will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n 台のマシンとそのディスクを完全に削除します。この操作は元に戻せません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted machines keep their disks until they are deleted permanently.</source>
        <translation>削除したマシンのディスクは、完全に削除するまで残ります。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::UserNetworkCard</name>
    <message>
        <source>User-mode network</source>
        <translation>ユーザーモードネットワーク</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>ゲストのアドレスのためのカーネル引数</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>ゲストのアドレスのためのコマンド</translation>
    </message>
    <message>
        <source>Addresses of the forwarded ports</source>
        <translation>転送ポートのアドレス</translation>
    </message>
    <message>
        <source>passt, a program of this host&apos;s, carries the guest&apos;s connections as your own: no root, no bridge, no TAP device. The guest reaches what you reach; it is reached through forwarded ports only.</source>
        <translation>このホストのプログラム passt が、ゲストの接続をあなた自身の接続として中継します。root もブリッジも TAP デバイスも不要です。ゲストはあなたが届く先に届き、ゲストへは転送ポート経由でのみ届きます。</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has.</source>
        <translation>DHCP では、ゲストはこのホスト自身と同じアドレスを受け取ります。</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has: %1.</source>
        <translation>DHCP では、ゲストはこのホスト自身と同じアドレスを受け取ります: %1。</translation>
    </message>
    <message>
        <source>The boot arguments say how the guest gets its address: %1.</source>
        <translation>ブート引数がゲストのアドレスの取得方法を指定しています: %1。</translation>
    </message>
    <message>
        <source>Add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>1 行目をブート引数に加えるか、残りをゲストで入力してください。</translation>
    </message>
    <message>
        <source>No port is forwarded: edit the interface to add some.</source>
        <translation>転送ポートはありません。インターフェースを編集して追加してください。</translation>
    </message>
    <message>
        <source>While it runs, this machine is reached at:</source>
        <translation>実行中、このマシンには次のアドレスで届きます:</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerificationDialog</name>
    <message>
        <source>Do not restore it: the guest would go on with other memory or drives than it had. If there is an archive of it, import that.</source>
        <translation>復元しないでください。ゲストが元とは異なるメモリやドライブで動くことになります。アーカイブがあれば、それをインポートしてください。</translation>
    </message>
    <message>
        <source>Files of “%1”</source>
        <translation>「%1」のファイル</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Files of the snapshot</source>
        <translation>スナップショットのファイル</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerifyOperation</name>
    <message>
        <source>The snapshot is not as it was made.</source>
        <translation>スナップショットが取得時の状態と異なります。</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>このスナップショットはもう存在しません。</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>ファイルを読み込み中</translation>
    </message>
    <message>
        <source>Remove it, or put the files back from a copy.</source>
        <translation>削除するか、コピーからファイルを戻してください。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VsockForm</name>
    <message>
        <source>Vsock</source>
        <translation>vsock</translation>
    </message>
    <message>
        <source>Programs of host and guest can &amp;connect without a network</source>
        <translation>ホストとゲストのプログラムがネットワークなしで接続できるようにする(&amp;C)</translation>
    </message>
    <message>
        <source>Socket of the vsock</source>
        <translation>vsock のソケット</translation>
    </message>
    <message>
        <source>Commands for a connection to the guest</source>
        <translation>ゲストへの接続用のコマンド</translation>
    </message>
    <message>
        <source>Commands for a connection from the guest</source>
        <translation>ゲストからの接続用のコマンド</translation>
    </message>
    <message>
        <source>Guest&apos;s context I&amp;D</source>
        <translation>ゲストのコンテキスト ID(&amp;D)</translation>
    </message>
    <message>
        <source>The guest&apos;s own address, 3 or more. Every machine may have the same.</source>
        <translation>ゲスト自身のアドレスで、3 以上です。すべてのマシンで同じでもかまいません。</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>ソケット</translation>
    </message>
    <message>
        <source>To port %1 of the guest. CONNECT and the port are sent first and answered with OK and a number; then both ends are connected.</source>
        <translation>ゲストのポート %1 への接続です。最初に CONNECT とポートを送ると、OK と番号が返り、両端が接続されます。</translation>
    </message>
    <message>
        <source>From the guest to port %1 of the host</source>
        <translation>ゲストからホストのポート %1 への接続</translation>
    </message>
    <message>
        <source>in the guest</source>
        <comment>before a command</comment>
        <translation>ゲストで</translation>
    </message>
    <message>
        <source>on this host</source>
        <comment>before a command</comment>
        <translation>このホストで</translation>
    </message>
    <message>
        <source>The machine runs emulated: its sockets are inside of the helper machine, out of this host&apos;s reach.</source>
        <translation>マシンはエミュレーションで動作しています。ソケットは補助マシンの中にあり、このホストからは接続できません。</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Workspace</name>
    <message>
        <source>Create demo machine</source>
        <translation>デモマシンを作成</translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>「%1」を作成</translation>
    </message>
</context>
</TS>
