<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sparkler</source>
        <translation>Über Sparkler</translation>
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
        <translation>KVM-microVMs erstellen, ausführen und beobachten.

Engine: %1
Qt: %2
Lizenz: Apache-2.0</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>AssetLibrary</name>
    <message>
        <source>It is an ELF file for another processor than x86-64.</source>
        <translation>Dies ist eine ELF-Datei für einen anderen Prozessor als x86-64.</translation>
    </message>
    <message>
        <source>It is an ELF file, but not one that can be started.</source>
        <translation>Dies ist eine ELF-Datei, aber keine, die gestartet werden kann.</translation>
    </message>
    <message>
        <source>It is a program, not a kernel.</source>
        <translation>Dies ist ein Programm, kein Kernel.</translation>
    </message>
    <message>
        <source>ELF kernel, x86-64</source>
        <translation>ELF-Kernel, x86-64</translation>
    </message>
    <message>
        <source>It is a kernel of a kind that is too old (zImage).</source>
        <translation>Dieser Kernel hat ein zu altes Format (zImage).</translation>
    </message>
    <message>
        <source>It is a kernel for another processor than x86-64.</source>
        <translation>Dieser Kernel ist für einen anderen Prozessor als x86-64.</translation>
    </message>
    <message>
        <source>It is neither an ELF kernel (vmlinux) nor a bzImage.</source>
        <translation>Dies ist weder ein ELF-Kernel (vmlinux) noch ein bzImage.</translation>
    </message>
    <message>
        <source>It is neither a cpio archive nor compressed in a way that kernels know.</source>
        <translation>Dies ist kein cpio-Archiv und auch nicht auf eine Weise komprimiert, die Kernel kennen.</translation>
    </message>
    <message>
        <source>cpio archive</source>
        <translation>cpio-Archiv</translation>
    </message>
    <message>
        <source>compressed archive (%1)</source>
        <translation>komprimiertes Archiv (%1)</translation>
    </message>
    <message>
        <source>It is a %1 image. Convert it to a raw image first (qemu-img convert -O raw).</source>
        <translation>Dies ist ein %1-Abbild. Zuerst in ein Rohabbild umwandeln (qemu-img convert -O raw).</translation>
    </message>
    <message>
        <source>partitioned disk</source>
        <translation>partitionierte Disk</translation>
    </message>
    <message>
        <source>It is compressed (%1). Unpack it first.</source>
        <translation>Die Datei ist komprimiert (%1). Zuerst entpacken.</translation>
    </message>
    <message>
        <source>It holds no file system that is known here, and no partitions.</source>
        <translation>Sie enthält weder ein hier bekanntes Dateisystem noch Partitionen.</translation>
    </message>
</context>
<context>
    <name>ConfigDiff</name>
    <message>
        <source>Virtual CPUs: %1 instead of %2</source>
        <translation>Virtuelle CPUs: %1 statt %2</translation>
    </message>
    <message>
        <source>Memory: %1 MiB instead of %2 MiB</source>
        <translation>Speicher: %1 MiB statt %2 MiB</translation>
    </message>
    <message>
        <source>Hyper-threading</source>
        <translation>Hyper-Threading</translation>
    </message>
    <message>
        <source>Tracking of dirty pages</source>
        <translation>Verfolgung geänderter Seiten</translation>
    </message>
    <message>
        <source>Huge pages</source>
        <translation>Huge Pages</translation>
    </message>
    <message>
        <source>CPU template</source>
        <translation>CPU-Vorlage</translation>
    </message>
    <message>
        <source>Drive “%1”: added</source>
        <translation>Laufwerk „%1“: hinzugefügt</translation>
    </message>
    <message>
        <source>Drive “%1”: file</source>
        <translation>Laufwerk „%1“: Datei</translation>
    </message>
    <message>
        <source>Drive “%1”: rate limits</source>
        <translation>Laufwerk „%1“: Ratenlimits</translation>
    </message>
    <message>
        <source>Drive “%1”: read-only</source>
        <translation>Laufwerk „%1“: schreibgeschützt</translation>
    </message>
    <message>
        <source>Drive “%1”: root device</source>
        <translation>Laufwerk „%1“: Root-Gerät</translation>
    </message>
    <message>
        <source>Drive “%1”: cache</source>
        <translation>Laufwerk „%1“: Cache</translation>
    </message>
    <message>
        <source>Drive “%1”: I/O engine</source>
        <translation>Laufwerk „%1“: I/O-Engine</translation>
    </message>
    <message>
        <source>Drive “%1”: removed</source>
        <translation>Laufwerk „%1“: entfernt</translation>
    </message>
    <message>
        <source>Order of the drives</source>
        <translation>Reihenfolge der Laufwerke</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>Initiale RAM-Disk</translation>
    </message>
    <message>
        <source>Kernel arguments</source>
        <translation>Kernel-Argumente</translation>
    </message>
    <message>
        <source>Further sections of the configuration</source>
        <translation>Weitere Abschnitte der Konfiguration</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Log-Level</translation>
    </message>
    <message>
        <source>Network interface “%1”: added</source>
        <translation>Netzwerkschnittstelle „%1“: hinzugefügt</translation>
    </message>
    <message>
        <source>Network interface “%1”: host device</source>
        <translation>Netzwerkschnittstelle „%1“: Host-Gerät</translation>
    </message>
    <message>
        <source>Network interface “%1”: MAC address</source>
        <translation>Netzwerkschnittstelle „%1“: MAC-Adresse</translation>
    </message>
    <message>
        <source>Network interface “%1”: MTU</source>
        <translation>Netzwerkschnittstelle „%1“: MTU</translation>
    </message>
    <message>
        <source>Network interface “%1”: rate limits</source>
        <translation>Netzwerkschnittstelle „%1“: Ratenlimits</translation>
    </message>
    <message>
        <source>Network interface “%1”: removed</source>
        <translation>Netzwerkschnittstelle „%1“: entfernt</translation>
    </message>
    <message>
        <source>Order of the network interfaces</source>
        <translation>Reihenfolge der Netzwerkschnittstellen</translation>
    </message>
    <message>
        <source>Metadata service</source>
        <translation>Metadatendienst</translation>
    </message>
    <message>
        <source>Metadata that the machine starts with</source>
        <translation>Metadaten, mit denen die Maschine startet</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>Memory balloon</source>
        <translation>Speicherballon</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>Entropiegerät</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
        <source>Network interface “%1”: kind of network</source>
        <translation>Netzwerkschnittstelle „%1“: Art des Netzwerks</translation>
    </message>
    <message>
        <source>Network interface “%1”: port forwards</source>
        <translation>Netzwerkschnittstelle „%1“: Portweiterleitungen</translation>
    </message>
</context>
<context>
    <name>ConfigRules</name>
    <message>
        <source>%1 The engine: “%2”</source>
        <translation>%1 Die Engine: „%2“</translation>
    </message>
    <message>
        <source>A machine has 1 to %1 vCPUs.</source>
        <translation>Eine Maschine hat 1 bis %1 vCPUs.</translation>
    </message>
    <message>
        <source>With hyper-threading the number of vCPUs must be 1 or even.</source>
        <translation>Mit Hyper-Threading muss die Anzahl der vCPUs 1 oder gerade sein.</translation>
    </message>
    <message>
        <source>A machine needs memory.</source>
        <translation>Eine Maschine braucht Speicher.</translation>
    </message>
    <message>
        <source>With huge pages of 2 MiB the memory must be a multiple of them.</source>
        <translation>Mit Huge Pages von 2 MiB muss der Speicher ein Vielfaches davon sein.</translation>
    </message>
    <message>
        <source>Boot arguments are plain ASCII on one line.</source>
        <translation>Boot-Argumente sind reines ASCII in einer Zeile.</translation>
    </message>
    <message>
        <source>Boot arguments have at most %1 characters.</source>
        <translation>Boot-Argumente haben höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A drive needs an ID.</source>
        <translation>Ein Laufwerk braucht eine ID.</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>Nur Buchstaben, Ziffern und der Unterstrich.</translation>
    </message>
    <message>
        <source>Another drive has this ID.</source>
        <translation>Ein anderes Laufwerk hat diese ID.</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>Einen Kernel wählen.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Eine Datei wählen.</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>Den vollständigen Pfad ab dem Wurzelverzeichnis angeben.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Dies ist ein Ordner.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>You may not write to this file. Attach it read-only, or choose another.</source>
        <translation>Sie dürfen nicht in diese Datei schreiben. Schreibgeschützt einbinden oder eine andere wählen.</translation>
    </message>
    <message>
        <source>The size is no multiple of 512 bytes: the guest will not see the end of the file.</source>
        <translation>Die Größe ist kein Vielfaches von 512 Byte: Der Gast sieht das Ende der Datei nicht.</translation>
    </message>
    <message>
        <source>Only one drive can be the root device.</source>
        <translation>Nur ein Laufwerk kann das Root-Gerät sein.</translation>
    </message>
</context>
<context>
    <name>CpuTemplateText</name>
    <message>
        <source>a template is an object, { … }</source>
        <translation>eine Vorlage ist ein Objekt, { … }</translation>
    </message>
    <message>
        <source>the template has %1 bytes without spaces, and at most %2 fit into a request</source>
        <translation>die Vorlage hat ohne Leerzeichen %1 Bytes, und höchstens %2 passen in eine Anfrage</translation>
    </message>
    <message>
        <source>“%1” is not known here; kvm_capabilities, cpuid_modifiers and msr_modifiers are</source>
        <translation>„%1“ ist hier nicht bekannt; bekannt sind kvm_capabilities, cpuid_modifiers und msr_modifiers</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>„%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>a list is expected, [ … ]</source>
        <translation>eine Liste wird erwartet, [ … ]</translation>
    </message>
    <message>
        <source>a list has at most %1 changes</source>
        <translation>eine Liste hat höchstens %1 Änderungen</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>an object is expected, { … }</source>
        <translation>ein Objekt wird erwartet, { … }</translation>
    </message>
    <message>
        <source>a capability is a text with its number, like &quot;171&quot; or &quot;!171&quot;</source>
        <translation>eine Fähigkeit ist ein Text mit ihrer Nummer, etwa &quot;171&quot; oder &quot;!171&quot;</translation>
    </message>
    <message>
        <source>a capability is a decimal number of 32 bits, with ! in front when it need not be there</source>
        <translation>eine Fähigkeit ist eine Dezimalzahl mit 32 Bits, mit ! davor, wenn sie nicht da sein muss</translation>
    </message>
    <message>
        <source>flags are a number without quotes: 0, or 1 for a leaf with sub-leaves</source>
        <translation>flags ist eine Zahl ohne Anführungszeichen: 0, oder 1 bei einem Blatt mit Unterblättern</translation>
    </message>
    <message>
        <source>a register is one of &quot;eax&quot;, &quot;ebx&quot;, &quot;ecx&quot; and &quot;edx&quot;</source>
        <translation>ein Register ist &quot;eax&quot;, &quot;ebx&quot;, &quot;ecx&quot; oder &quot;edx&quot;</translation>
    </message>
    <message>
        <source>a number in quotes is expected, with 0x or 0b in front</source>
        <translation>eine Zahl in Anführungszeichen wird erwartet, mit 0x oder 0b davor</translation>
    </message>
    <message>
        <source>this is no number of 32 bits</source>
        <translation>das ist keine Zahl mit 32 Bits</translation>
    </message>
    <message>
        <source>bits are a text, like &quot;0b01xx&quot;</source>
        <translation>Bits sind ein Text, etwa &quot;0b01xx&quot;</translation>
    </message>
    <message>
        <source>a bit is 0, 1 or x (as on the host), not “%1”</source>
        <translation>ein Bit ist 0, 1 oder x (wie auf dem Host), nicht „%1“</translation>
    </message>
    <message>
        <source>the register has %1 bits, and here are %2</source>
        <translation>das Register hat %1 Bits, und hier stehen %2</translation>
    </message>
</context>
<context>
    <name>DeviceRules</name>
    <message>
        <source>A network interface needs an ID.</source>
        <translation>Eine Netzwerkschnittstelle braucht eine ID.</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>Nur Buchstaben, Ziffern und der Unterstrich.</translation>
    </message>
    <message>
        <source>Another network interface has this ID.</source>
        <translation>Eine andere Netzwerkschnittstelle hat diese ID.</translation>
    </message>
    <message>
        <source>Name the TAP device of the host.</source>
        <translation>Das TAP-Gerät des Hosts angeben.</translation>
    </message>
    <message>
        <source>A device&apos;s name has at most %1 bytes.</source>
        <translation>Der Name eines Geräts hat höchstens %1 Byte.</translation>
    </message>
    <message>
        <source>A device&apos;s name has no spaces, slashes, colons or percent signs.</source>
        <translation>Der Name eines Geräts enthält keine Leerzeichen, Schrägstriche, Doppelpunkte oder Prozentzeichen.</translation>
    </message>
    <message>
        <source>A MAC address is six pairs of hexadecimal digits, like 06:00:AC:10:00:02.</source>
        <translation>Eine MAC-Adresse besteht aus sechs Paaren von Hexadezimalziffern, wie 06:00:AC:10:00:02.</translation>
    </message>
    <message>
        <source>Another interface of this machine has this address.</source>
        <translation>Eine andere Schnittstelle dieser Maschine hat diese Adresse.</translation>
    </message>
    <message>
        <source>The MTU is %1 to %2 bytes.</source>
        <translation>Die MTU liegt zwischen %1 und %2 Byte.</translation>
    </message>
    <message>
        <source>Another interface of this machine uses the host device %1; a device serves one interface.</source>
        <translation>Eine andere Schnittstelle dieser Maschine benutzt das Host-Gerät %1; ein Gerät bedient nur eine Schnittstelle.</translation>
    </message>
    <message>
        <source>This is no IPv4 address.</source>
        <translation>Dies ist keine IPv4-Adresse.</translation>
    </message>
    <message>
        <source>The address lies between 169.254.1.0 and 169.254.254.255.</source>
        <translation>Die Adresse liegt zwischen 169.254.1.0 und 169.254.254.255.</translation>
    </message>
    <message>
        <source>Choose a network interface on which the guest reaches the metadata.</source>
        <translation>Eine Netzwerkschnittstelle wählen, über die der Gast die Metadaten erreicht.</translation>
    </message>
    <message>
        <source>The machine has no network interface “%1”.</source>
        <translation>Die Maschine hat keine Netzwerkschnittstelle „%1“.</translation>
    </message>
    <message>
        <source>The metadata has %1 bytes without spaces; at most %2 fit.</source>
        <translation>Die Metadaten haben ohne Leerraum %1 Byte; höchstens %2 passen.</translation>
    </message>
    <message>
        <source>A guest&apos;s context ID is %1 to %2; 0 to 2 belong to the host.</source>
        <translation>Die Kontext-ID eines Gasts liegt zwischen %1 und %2; 0 bis 2 gehören dem Host.</translation>
    </message>
    <message>
        <source>The balloon cannot take more than the machine&apos;s memory, %1 MiB.</source>
        <translation>Der Ballon kann nicht mehr als den Speicher der Maschine aufnehmen, %1 MiB.</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>Netzwerkschnittstelle „%1“: %2</translation>
    </message>
    <message>
        <source>Metadata service: %1</source>
        <translation>Metadatendienst: %1</translation>
    </message>
    <message>
        <source>Vsock: %1</source>
        <translation>Vsock: %1</translation>
    </message>
    <message>
        <source>A machine can have one interface with a user-mode network for now.</source>
        <translation>Eine Maschine kann vorerst nur eine Schnittstelle mit User-Mode-Netzwerk haben.</translation>
    </message>
    <message>
        <source>An interface with a user-mode network has to be the machine&apos;s only one for now.</source>
        <translation>Eine Schnittstelle mit User-Mode-Netzwerk muss vorerst die einzige der Maschine sein.</translation>
    </message>
    <message>
        <source>“%1” is no IPv4 address: 127.0.0.1 is for this host alone, 0.0.0.0 for all that reach it.</source>
        <translation>„%1“ ist keine IPv4-Adresse: 127.0.0.1 gilt nur für diesen Host, 0.0.0.0 für alle, die ihn erreichen.</translation>
    </message>
    <message>
        <source>Ports are 1 to 65535.</source>
        <translation>Ports sind 1 bis 65535.</translation>
    </message>
    <message>
        <source>Port %1 of the host is forwarded twice.</source>
        <translation>Port %1 des Hosts wird zweimal weitergeleitet.</translation>
    </message>
</context>
<context>
    <name>DiskWork</name>
    <message>
        <source>Only ext4 file systems can be made.</source>
        <translation>Nur ext4-Dateisysteme können angelegt werden.</translation>
    </message>
    <message>
        <source>The size must be between %1 and %2.</source>
        <translation>Die Größe muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>The size must be a multiple of 512 bytes.</source>
        <translation>Die Größe muss ein Vielfaches von 512 Byte sein.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>The copy of %1 cannot be smaller than it is.</source>
        <translation>Die Kopie von %1 kann nicht kleiner als das Original sein.</translation>
    </message>
    <message>
        <source>There is no program %1 here.</source>
        <translation>Das Programm %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Install the package e2fsprogs.</source>
        <translation>Das Paket e2fsprogs installieren.</translation>
    </message>
    <message>
        <source>Making the file system</source>
        <translation>Dateisystem wird angelegt</translation>
    </message>
    <message>
        <source>Growing the file system</source>
        <translation>Dateisystem wird vergrößert</translation>
    </message>
    <message>
        <source>Making the disk</source>
        <translation>Disk wird angelegt</translation>
    </message>
    <message>
        <source>Copying the disk</source>
        <translation>Disk wird kopiert</translation>
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
        <translation>%1 Operationen/s</translation>
    </message>
    <message>
        <source>None</source>
        <comment>rate limits</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between limits</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Write-back</source>
        <translation>Write-back</translation>
    </message>
    <message>
        <source>Unsafe</source>
        <comment>cache</comment>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>Asynchron</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>Synchron</translation>
    </message>
</context>
<context>
    <name>EmulatedRunnerText</name>
    <message>
        <source>The emulator&apos;s helper machine could not be built.</source>
        <translation>Die Hilfsmaschine des Emulators konnte nicht gebaut werden.</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>build-emulator ended with status %1.</source>
        <translation>build-emulator endete mit Status %1.</translation>
    </message>
    <message>
        <source>build-emulator was ended by a signal.</source>
        <translation>build-emulator wurde durch ein Signal beendet.</translation>
    </message>
    <message>
        <source>Build the emulator&apos;s helper machine</source>
        <translation>Die Hilfsmaschine des Emulators bauen</translation>
    </message>
    <message>
        <source>Parts of Sparkler that it is made of are missing (sparkler-engine, sparkler-emulator or build-emulator).</source>
        <translation>Es fehlen Teile von Sparkler, aus denen sie besteht (sparkler-engine, sparkler-emulator oder build-emulator).</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Sparkler vollständig installieren.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The program sparkler-emulator was not found.</source>
        <translation>Das Programm sparkler-emulator wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The emulator&apos;s helper machine is not built, or made of another engine.</source>
        <translation>Die Hilfsmaschine des Emulators ist nicht gebaut oder stammt von einer anderen Engine.</translation>
    </message>
    <message>
        <source>Start the machine again.</source>
        <translation>Die Maschine noch einmal starten.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>The engine&apos;s words: %1</source>
        <translation>Wortlaut der Engine: %1</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>Die letzten Zeilen der Engine:</translation>
    </message>
</context>
<context>
    <name>FileCopy</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>You have no permission for it.</source>
        <translation>Die Berechtigung dafür fehlt.</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>Eine Datei mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>There is not enough free space.</source>
        <translation>Der freie Speicherplatz reicht nicht aus.</translation>
    </message>
    <message>
        <source>Your disk quota is used up.</source>
        <translation>Ihr Speicherplatzkontingent ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The file system cannot hold a file of this size.</source>
        <translation>Das Dateisystem kann keine Datei dieser Größe aufnehmen.</translation>
    </message>
    <message>
        <source>The file system is read-only.</source>
        <translation>Das Dateisystem ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation>Ein Teil des Pfads ist kein Ordner.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Dies ist ein Ordner.</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>Das System meldet: %1.</translation>
    </message>
</context>
<context>
    <name>HardwareDraft</name>
    <message>
        <source>Changed: applies now</source>
        <translation>Geändert: gilt sofort</translation>
    </message>
    <message>
        <source>Changed: at the next start</source>
        <translation>Geändert: beim nächsten Start</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed: partly at the next start</source>
        <translation>Geändert: teilweise beim nächsten Start</translation>
    </message>
</context>
<context>
    <name>HostLimits</name>
    <message numerus="yes">
        <source>More than this host&apos;s %n processor(s): the guest&apos;s will have to share them.</source>
        <translation>
            <numerusform>Mehr als der %n Prozessor dieses Hosts: Die des Gasts müssen ihn sich teilen.</numerusform>
            <numerusform>Mehr als die %n Prozessoren dieses Hosts: Die des Gasts müssen sie sich teilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This host has only %1. The guest may be ended when it uses more.</source>
        <translation>Dieser Host hat nur %1. Der Gast wird möglicherweise beendet, wenn er mehr benutzt.</translation>
    </message>
    <message>
        <source>Only %1 are free now. The host may become slow.</source>
        <translation>Nur %1 sind jetzt frei. Der Host kann langsam werden.</translation>
    </message>
    <message numerus="yes">
        <source>This host has %n processor(s).</source>
        <translation>
            <numerusform>Dieser Host hat %n Prozessor.</numerusform>
            <numerusform>Dieser Host hat %n Prozessoren.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of this host&apos;s %2 are free.</source>
        <translation>%1 von %2 dieses Hosts sind frei.</translation>
    </message>
</context>
<context>
    <name>JailCheckText</name>
    <message>
        <source>This host allows namespaces to root only.</source>
        <translation>Dieser Host erlaubt Namensräume nur root.</translation>
    </message>
    <message>
        <source>This host allows no user namespaces at all.</source>
        <translation>Dieser Host erlaubt gar keine Benutzer-Namensräume.</translation>
    </message>
    <message>
        <source>Allow some.</source>
        <translation>Einige erlauben.</translation>
    </message>
    <message>
        <source>AppArmor allows user namespaces only to programs that it knows.</source>
        <translation>AppArmor erlaubt Benutzer-Namensräume nur Programmen, die es kennt.</translation>
    </message>
    <message>
        <source>Namespaces cannot be made: %1.</source>
        <translation>Namensräume können nicht angelegt werden: %1.</translation>
    </message>
    <message>
        <source>Inside of a container, let it make user namespaces.</source>
        <translation>In einem Container: ihm Benutzer-Namensräume erlauben.</translation>
    </message>
    <message>
        <source>Machines can be jailed without root.</source>
        <translation>Maschinen können ohne root eingesperrt werden.</translation>
    </message>
    <message>
        <source>This host has control groups of version 1, which are not delegated to users.</source>
        <translation>Dieser Host hat Control Groups der Version 1, die nicht an Benutzer delegiert werden.</translation>
    </message>
    <message>
        <source>Machines run all the same; boot with systemd.unified_cgroup_hierarchy=1 to change it.</source>
        <translation>Maschinen laufen trotzdem; ein Start mit systemd.unified_cgroup_hierarchy=1 ändert es.</translation>
    </message>
    <message>
        <source>In which control group this session runs cannot be told.</source>
        <translation>In welcher Control Group diese Sitzung läuft, ist nicht feststellbar.</translation>
    </message>
    <message>
        <source>Machines run all the same.</source>
        <translation>Maschinen laufen trotzdem.</translation>
    </message>
    <message>
        <source>This session may make no control groups.</source>
        <translation>Diese Sitzung darf keine Control Groups anlegen.</translation>
    </message>
    <message>
        <source>Machines run all the same. A session of systemd’s for the user, as desktops have it, delegates them.</source>
        <translation>Maschinen laufen trotzdem. Eine Benutzersitzung von systemd, wie Desktops sie haben, delegiert sie.</translation>
    </message>
    <message>
        <source>This session may limit: %1</source>
        <translation>Diese Sitzung darf begrenzen: %1</translation>
    </message>
    <message>
        <source>Allow them to all users, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>Erlauben Sie sie allen Benutzern, oder lassen Sie auf der Seite „Käfig“ der Maschine um die Erlaubnis von root fragen.</translation>
    </message>
    <message>
        <source>Lift the restriction, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>Heben Sie die Einschränkung auf, oder lassen Sie auf der Seite „Käfig“ der Maschine um die Erlaubnis von root fragen.</translation>
    </message>
</context>
<context>
    <name>JailFactText</name>
    <message>
        <source>not told</source>
        <translation>nicht mitgeteilt</translation>
    </message>
    <message>
        <source>its own, not ours</source>
        <translation>ihr eigener, nicht unserer</translation>
    </message>
    <message>
        <source>the same as ours</source>
        <translation>derselbe wie unserer</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>Benutzer und Rechte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Shared memory and queues</source>
        <translation>Gemeinsamer Speicher und Warteschlangen</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Control Groups</translation>
    </message>
    <message>
        <source>; its TAP devices are the host&apos;s</source>
        <translation>; ihre TAP-Geräte sind die des Hosts</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1 were promised</source>
        <translation>%1 waren versprochen</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>Size of a file</source>
        <translation>Größe einer Datei</translation>
    </message>
    <message>
        <source>Size of a memory dump</source>
        <translation>Größe eines Speicherabzugs</translation>
    </message>
    <message>
        <source>system calls: not told</source>
        <translation>Systemaufrufe: nicht mitgeteilt</translation>
    </message>
    <message>
        <source>system calls: no filter</source>
        <translation>Systemaufrufe: kein Filter</translation>
    </message>
    <message>
        <source>system calls: filtered</source>
        <translation>Systemaufrufe: gefiltert</translation>
    </message>
    <message>
        <source>capabilities: not told</source>
        <translation>Capabilities: nicht mitgeteilt</translation>
    </message>
    <message>
        <source>no capabilities</source>
        <translation>keine Capabilities</translation>
    </message>
    <message>
        <source>capabilities: %1</source>
        <translation>Capabilities: %1</translation>
    </message>
    <message>
        <source>new privileges: not told</source>
        <translation>neue Rechte: nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Landlock</source>
        <translation>Landlock</translation>
    </message>
    <message>
        <source>this kernel has it</source>
        <translation>dieser Kernel hat es</translation>
    </message>
    <message>
        <source>this kernel does not have it</source>
        <translation>dieser Kernel hat es nicht</translation>
    </message>
    <message>
        <source>the kernel does not tell whom it holds</source>
        <translation>der Kernel verrät nicht, für wen es gilt</translation>
    </message>
</context>
<context>
    <name>JailedRunnerText</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>A machine with a user-mode network can have no other network interface yet.</source>
        <translation>Eine Maschine mit User-Mode-Netzwerk kann noch keine andere Netzwerkschnittstelle haben.</translation>
    </message>
    <message>
        <source>Remove the other interfaces, or use TAP devices for all of them.</source>
        <translation>Die anderen Schnittstellen entfernen oder für alle TAP-Geräte verwenden.</translation>
    </message>
    <message>
        <source>The program passt, which makes user-mode networks, was not found.</source>
        <translation>Das Programm passt, das User-Mode-Netzwerke bereitstellt, wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install the package passt, or use a TAP device.</source>
        <translation>Das Paket passt installieren oder ein TAP-Gerät verwenden.</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>Das Programm sparkler-jailer wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Sparkler vollständig installieren.</translation>
    </message>
    <message>
        <source>The path %1 has a folder that ends with an equals sign, so it cannot be shown in a jail.</source>
        <translation>Der Pfad %1 hat einen Ordner, der mit einem Gleichheitszeichen endet, und kann deshalb nicht im Käfig gezeigt werden.</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>Den Ordner umbenennen.</translation>
    </message>
    <message>
        <source>The question for root’s leave was dismissed.</source>
        <translation>Die Frage nach der Erlaubnis von root wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Root’s leave to make the jail was not given.</source>
        <translation>Die Erlaubnis von root, den Käfig zu bauen, wurde nicht erteilt.</translation>
    </message>
    <message>
        <source>The helper that asks for root’s leave is not installed.</source>
        <translation>Das Hilfsprogramm, das um die Erlaubnis von root fragt, ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install pkexec and Sparkler completely, or choose another jail on the machine’s Jail page.</source>
        <translation>Installieren Sie pkexec und Sparkler vollständig, oder wählen Sie einen anderen Käfig auf der Seite „Käfig“ der Maschine.</translation>
    </message>
</context>
<context>
    <name>LiveParts</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Emulated</source>
        <translation>Emuliert</translation>
    </message>
    <message>
        <source>Local KVM</source>
        <translation>Lokales KVM</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>Die Maschine ist gestoppt.</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>Die Maschine wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>Die Maschine wird gestartet.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Die Engine antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>MachineDirectory</name>
    <message>
        <source>The machine cannot use %1.</source>
        <translation>Die Maschine kann %1 nicht benutzen.</translation>
    </message>
    <message>
        <source>It is neither a regular file nor a block device.</source>
        <translation>Dies ist weder eine reguläre Datei noch ein Blockgerät.</translation>
    </message>
    <message>
        <source>It lies outside of the machine&apos;s folder, which is all that the engine sees.</source>
        <translation>Der Pfad liegt außerhalb des Ordners der Maschine, und mehr sieht die Engine nicht.</translation>
    </message>
    <message>
        <source>The path is not absolute.</source>
        <translation>Der Pfad ist nicht absolut.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>It lies in the machine&apos;s folder but is a link that leads out of it.</source>
        <translation>Die Datei liegt im Ordner der Maschine, ist aber ein Link, der aus ihm hinausführt.</translation>
    </message>
    <message>
        <source>It lies on another file system, so it cannot be linked into the machine&apos;s folder, and the machine writes to it, so it is not copied.</source>
        <translation>Die Datei liegt auf einem anderen Dateisystem und kann deshalb nicht in den Ordner der Maschine verlinkt werden; und da die Maschine in sie schreibt, wird sie nicht kopiert.</translation>
    </message>
    <message>
        <source>Move the file to the file system of the machine&apos;s folder.</source>
        <translation>Die Datei auf das Dateisystem verschieben, auf dem der Ordner der Maschine liegt.</translation>
    </message>
</context>
<context>
    <name>MachineFiles</name>
    <message>
        <source>The machine&apos;s disk was not made.</source>
        <translation>Die Disk der Maschine wurde nicht angelegt.</translation>
    </message>
</context>
<context>
    <name>MachineOrder</name>
    <message>
        <source>Create “%1”</source>
        <translation>„%1“ erstellen</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lesen und schreiben</translation>
    </message>
    <message>
        <source>root</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>asynchronous I/O</source>
        <translation>asynchrone I/O</translation>
    </message>
    <message>
        <source>Drive “%1”: %2 (%3)</source>
        <translation>Laufwerk „%1“: %2 (%3)</translation>
    </message>
    <message>
        <source>“%1” with %2</source>
        <translation>„%1“ mit %2</translation>
    </message>
    <message>
        <source>Boots a stock Debian kernel with a small root file system</source>
        <translation>Bootet einen Debian-Standardkernel mit einem kleinen Root-Dateisystem</translation>
    </message>
    <message>
        <source>Boots %1</source>
        <translation>Bootet %1</translation>
    </message>
    <message>
        <source>Initial RAM disk: %1</source>
        <translation>Initiale RAM-Disk: %1</translation>
    </message>
    <message>
        <source>the demo&apos;s root file system</source>
        <translation>das Root-Dateisystem der Demo</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own, enlarged to %2</source>
        <translation>Disk: eine eigene Kopie (Vorlage: %1), vergrößert auf %2</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own</source>
        <translation>Disk: eine eigene Kopie (Vorlage: %1)</translation>
    </message>
    <message>
        <source>No drives</source>
        <translation>Keine Laufwerke</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
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
        <translation>„%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>„%1“ muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>“%1” has a value that this version does not know.</source>
        <translation>„%1“ hat einen Wert, den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>Dies ist kein JSON-Dokument: %1.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>„%1“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>It has no usable “version”.</source>
        <translation>Es fehlt eine brauchbare Angabe „version“.</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>Die Datei stammt von einer neueren Version von Sparkler.</translation>
    </message>
    <message>
        <source>“%1” must be a date and time.</source>
        <translation>„%1“ muss ein Datum mit Uhrzeit sein.</translation>
    </message>
    <message>
        <source>Its “config” is wrong: %1.</source>
        <translation>Der Abschnitt „config“ ist falsch: %1.</translation>
    </message>
    <message>
        <source>Its “config” has settings that this version does not know: %1.</source>
        <translation>Der Abschnitt „config“ enthält Einstellungen, die diese Version nicht kennt: %1.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Dies ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Die Datei ist zu groß.</translation>
    </message>
    <message>
        <source>Another program is changing the machines.</source>
        <translation>Ein anderes Programm ändert gerade die Maschinen.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>„%1“ muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>„%1“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“%1” has a setting that this version does not know: </source>
        <translation>„%1“ hat eine Einstellung, die diese Version nicht kennt: </translation>
    </message>
</context>
<context>
    <name>MachineText</name>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>Unerwartet beendet</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>Reagiert nicht</translation>
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
            <numerusform>%n vCPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <translation>Strg+Alt+Entf senden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Force stop</source>
        <translation>Stoppen erzwingen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>OverviewText</name>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>Die Maschine wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>The last log lines are among the technical details; the whole log is under Logs. The machine can be started again.</source>
        <translation>Die letzten Logzeilen stehen bei den technischen Details, das ganze Log steht unter „Logs“. Die Maschine kann wieder gestartet werden.</translation>
    </message>
    <message>
        <source>This machine has no kernel yet. Choose one under Hardware.</source>
        <translation>Diese Maschine hat noch keinen Kernel. Unter „Hardware“ einen wählen.</translation>
    </message>
    <message>
        <source>This machine has neither a root drive nor an initrd. Add one under Hardware, or the kernel will stop early.</source>
        <translation>Diese Maschine hat weder ein Root-Laufwerk noch eine initrd. Unter „Hardware“ hinzufügen, sonst bleibt der Kernel früh stehen.</translation>
    </message>
    <message>
        <source>Ready to start. Its serial console will be under Console.</source>
        <translation>Bereit zum Starten. Die serielle Konsole erscheint unter „Konsole“.</translation>
    </message>
    <message>
        <source>The guest stands still. Resume it to let it go on.</source>
        <translation>Der Gast steht still. „Fortsetzen“ lässt ihn weiterlaufen.</translation>
    </message>
    <message>
        <source>Wait a moment, or force the machine to stop. What the guest has not written to its drives would be lost.</source>
        <translation>Einen Moment warten oder das Stoppen der Maschine erzwingen. Was der Gast noch nicht auf seine Laufwerke geschrieben hat, ginge verloren.</translation>
    </message>
    <message>
        <source>Some changes take effect when the machine is restarted.</source>
        <translation>Einige Änderungen werden wirksam, wenn die Maschine neu gestartet wird.</translation>
    </message>
    <message>
        <source>root</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>rate-limited</source>
        <translation>ratenbegrenzt</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
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
        <translation>%1 konnte nicht gestartet werden: %2.</translation>
    </message>
    <message>
        <source>%1 ended with status %2.</source>
        <translation>%1 endete mit Status %2.</translation>
    </message>
    <message>
        <source>%1 was killed by signal %2.</source>
        <translation>%1 wurde durch Signal %2 beendet.</translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>RunnerText</name>
    <message>
        <source>No new session could be made: %1.</source>
        <translation>Es konnte keine neue Sitzung angelegt werden: %1.</translation>
    </message>
    <message>
        <source>/dev/null could not be opened: %1.</source>
        <translation>/dev/null konnte nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The folder %1 could not be entered: %2.</source>
        <translation>Der Ordner %1 konnte nicht betreten werden: %2.</translation>
    </message>
    <message>
        <source>The program %1 could not be run: %2.</source>
        <translation>Das Programm %1 konnte nicht ausgeführt werden: %2.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The new process is not visible in /proc.</source>
        <translation>Der neue Prozess ist in /proc nicht sichtbar.</translation>
    </message>
</context>
<context>
    <name>SnapshotText</name>
    <message>
        <source>Full</source>
        <comment>kind of snapshot</comment>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Diff</source>
        <comment>kind of snapshot</comment>
        <translation>Differenz</translation>
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
        <source>read-only: the file itself is used again</source>
        <translation>schreibgeschützt: die Datei selbst wird wieder verwendet</translation>
    </message>
    <message>
        <source>copied by reflink: blocks are shared until one is written</source>
        <translation>per Reflink kopiert: Blöcke werden geteilt, bis einer geschrieben wird</translation>
    </message>
    <message>
        <source>copied in full, with its holes</source>
        <translation>vollständig kopiert, mit seinen Lücken</translation>
    </message>
    <message numerus="yes">
        <source>%n shared</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n geteilt</numerusform>
            <numerusform>%n geteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n kopiert</numerusform>
            <numerusform>%n kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read-only</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n schreibgeschützt</numerusform>
            <numerusform>%n schreibgeschützt</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <comment>drives</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between kinds of drive copies</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>processor</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 (family %2, model %3, stepping %4)</source>
        <comment>processor</comment>
        <translation>%1 (Familie %2, Modell %3, Stepping %4)</translation>
    </message>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>Sparkler %1, API %2</source>
        <translation>Sparkler %1, API %2</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>engine</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1, emulated</source>
        <comment>engine</comment>
        <translation>%1, emuliert</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Missing</source>
        <comment>file</comment>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Recorded now</source>
        <translation>Jetzt erfasst</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Verified %1: not all files are as they were.</source>
        <comment>time</comment>
        <translation>Geprüft %1: nicht alle Dateien sind unverändert.</translation>
    </message>
    <message>
        <source>Verified %1: nothing is wrong; some files had no checksum yet and have one now.</source>
        <comment>time</comment>
        <translation>Geprüft %1: nichts zu beanstanden; einige Dateien hatten noch keine Prüfsumme und haben jetzt eine.</translation>
    </message>
    <message>
        <source>Verified %1: all files are as they were.</source>
        <comment>time</comment>
        <translation>Geprüft %1: alle Dateien sind unverändert.</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>The archive: %1</source>
        <translation>Das Archiv: %1</translation>
    </message>
    <message>
        <source>The file “%1” has %2 bytes instead of %3.</source>
        <translation>Die Datei „%1“ hat %2 Bytes statt %3.</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot: it has “%1”.</source>
        <translation>Es ist kein Archiv eines Snapshots: es enthält „%1“.</translation>
    </message>
    <message>
        <source>Its description is too large.</source>
        <translation>Seine Beschreibung ist zu groß.</translation>
    </message>
    <message>
        <source>Its description does not fit an archive.</source>
        <translation>Seine Beschreibung passt nicht zu einem Archiv.</translation>
    </message>
    <message>
        <source>“%1” is longer than it should be.</source>
        <translation>„%1“ ist länger, als es sein sollte.</translation>
    </message>
    <message>
        <source>The file “%1” is missing.</source>
        <translation>Die Datei „%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not a regular file.</source>
        <translation>„%1“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It was made on a processor of another vendor (%1; this host has %2).</source>
        <translation>Er entstand auf einem Prozessor eines anderen Herstellers (%1; dieser Host hat %2).</translation>
    </message>
    <message>
        <source>Restore it on a host with such a processor.</source>
        <translation>Auf einem Host mit einem solchen Prozessor wiederherstellen.</translation>
    </message>
    <message>
        <source>This host’s processor lacks features that the guest may be using: %1.</source>
        <translation>Dem Prozessor dieses Hosts fehlen Merkmale, die der Gast vielleicht verwendet: %1.</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on (%1). For machines that are to move, choose a CPU template before they are started.</source>
        <translation>Auf einem Host wie dem wiederherstellen, auf dem er entstand (%1). Für Maschinen, die umziehen sollen, vor dem Start eine CPU-Vorlage wählen.</translation>
    </message>
    <message>
        <source>It was made on another processor (%1; this host has %2). What the guest uses is there, but such a restore is not tested.</source>
        <translation>Er entstand auf einem anderen Prozessor (%1; dieser Host hat %2). Was der Gast verwendet, ist vorhanden, aber eine solche Wiederherstellung ist nicht erprobt.</translation>
    </message>
    <message>
        <source>Make another snapshot first, and look at the guest afterwards.</source>
        <translation>Vorher einen weiteren Snapshot aufnehmen und danach nach dem Gast sehen.</translation>
    </message>
    <message>
        <source>It was made on a real processor, and the machine would run in the emulator, which has another one.</source>
        <translation>Er entstand auf einem echten Prozessor, und die Maschine würde im Emulator laufen, der einen anderen hat.</translation>
    </message>
    <message>
        <source>Restore it on a host with KVM.</source>
        <translation>Auf einem Host mit KVM wiederherstellen.</translation>
    </message>
    <message>
        <source>It was made in the emulator, and the machine would run on this host’s processor, which is another one.</source>
        <translation>Er entstand im Emulator, und die Maschine würde auf dem Prozessor dieses Hosts laufen, der ein anderer ist.</translation>
    </message>
    <message>
        <source>Choose the emulator as the place where the machine runs.</source>
        <translation>Den Emulator als Ort wählen, an dem die Maschine läuft.</translation>
    </message>
    <message>
        <source>It was made by a newer engine (version %1; here is %2), which may have written something that this one cannot read.</source>
        <translation>Er stammt von einer neueren Engine (Version %1; hier ist %2), die etwas geschrieben haben kann, was diese nicht lesen kann.</translation>
    </message>
    <message>
        <source>Install version %1 or later.</source>
        <translation>Version %1 oder neuer installieren.</translation>
    </message>
    <message>
        <source>Only its drives can be used; they are in its folder.</source>
        <translation>Nur seine Laufwerke sind brauchbar; sie liegen in seinem Ordner.</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>Die Datei %1 fehlt.</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>Sie zurücklegen.</translation>
    </message>
    <message>
        <source>The read-only drive %1 was changed since the snapshot was made. The guest may still have parts of the old one in its memory.</source>
        <translation>Das schreibgeschützte Laufwerk %1 wurde geändert, seit der Snapshot entstand. Der Gast kann noch Teile des alten im Speicher haben.</translation>
    </message>
    <message>
        <source>Put the file of then back.</source>
        <translation>Die Datei von damals zurücklegen.</translation>
    </message>
    <message>
        <source>Up to %1 may be needed for copies, and %2 are free.</source>
        <translation>Für Kopien können bis zu %1 nötig sein, frei sind %2.</translation>
    </message>
    <message>
        <source>Make room first, unless the file system can share the blocks of copies.</source>
        <translation>Vorher Platz schaffen, sofern das Dateisystem die Blöcke von Kopien nicht teilen kann.</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>Netzwerkschnittstelle „%1“: %2</translation>
    </message>
    <message>
        <source>The file system keeps blocks of %1 bytes, so it cannot tell which pages of memory, of 4096 bytes each, a diff has.</source>
        <translation>Das Dateisystem führt Blöcke von %1 Bytes und kann daher nicht sagen, welche Speicherseiten von je 4096 Bytes eine Differenz enthält.</translation>
    </message>
    <message>
        <source>“%1” does not have the size of the memory that it belongs to.</source>
        <translation>„%1“ hat nicht die Größe des Speichers, zu dem es gehört.</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>Diesen Snapshot gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Machines cannot run on this host.</source>
        <translation>Auf diesem Host können keine Maschinen laufen.</translation>
    </message>
    <message>
        <source>The guest ends at once, without shutting down: what its programs do now is lost.</source>
        <translation>Der Gast endet sofort, ohne herunterzufahren: Was seine Programme gerade tun, geht verloren.</translation>
    </message>
    <message>
        <source>Drive “%1”: everything written since %2 is lost.</source>
        <translation>Laufwerk „%1“: alles, was seit %2 geschrieben wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Settings go back: %1</source>
        <translation>Einstellungen gehen zurück: %1</translation>
    </message>
    <message>
        <source>The memory is not whole: a snapshot that this one is a diff of is missing or damaged.</source>
        <translation>Der Speicher ist nicht vollständig: Ein Snapshot, auf dem dieser als Differenz beruht, fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The guest keeps its MAC and IP addresses, as they are in its memory: clones on one bridge would disturb each other.</source>
        <translation>Der Gast behält seine MAC- und IP-Adressen, da sie in seinem Speicher stehen: Klone an einer Bridge würden einander stören.</translation>
    </message>
    <message>
        <source>Keep their TAP devices apart, or change the addresses in the guests.</source>
        <translation>Ihre TAP-Geräte getrennt halten oder die Adressen in den Gästen ändern.</translation>
    </message>
    <message>
        <source>%1 lies in the machine’s folder but is a link that leads out of it.</source>
        <translation>%1 liegt im Ordner der Maschine, ist aber ein Link, der hinausführt.</translation>
    </message>
    <message>
        <source>%1 is not a regular file any more.</source>
        <translation>%1 ist keine gewöhnliche Datei mehr.</translation>
    </message>
    <message>
        <source>The drive cannot be put back: files cannot be made in the folder %1.</source>
        <translation>Das Laufwerk kann nicht zurückgesetzt werden: Im Ordner %1 lassen sich keine Dateien anlegen.</translation>
    </message>
    <message>
        <source>The serial port writes to the engine’s output, not to its file: snapshots do not hold that setting.</source>
        <translation>Die serielle Schnittstelle schreibt in die Ausgabe der Engine, nicht in ihre Datei: Snapshots enthalten diese Einstellung nicht.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>It is damaged, or of a newer version.</source>
        <translation>Er ist beschädigt oder von einer neueren Version.</translation>
    </message>
    <message>
        <source>Its description cannot be read: %1</source>
        <translation>Seine Beschreibung ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>It is the description of snapshot %1.</source>
        <translation>Es ist die Beschreibung von Snapshot %1.</translation>
    </message>
    <message>
        <source>Its description is damaged: %1.</source>
        <translation>Seine Beschreibung ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Its description has no usable “version”.</source>
        <translation>Seine Beschreibung hat keine brauchbare „version“.</translation>
    </message>
    <message>
        <source>It was made by a newer version of Sparkler.</source>
        <translation>Er stammt von einer neueren Version von Sparkler.</translation>
    </message>
    <message>
        <source>Its description is wrong: %1.</source>
        <translation>Seine Beschreibung ist falsch: %1.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It is missing.</source>
        <translation>Sie fehlt.</translation>
    </message>
    <message>
        <source>It had no checksum yet. It has one from now on.</source>
        <translation>Sie hatte noch keine Prüfsumme. Ab jetzt hat sie eine.</translation>
    </message>
    <message>
        <source>Its content is not what it was when the snapshot was made.</source>
        <translation>Ihr Inhalt ist nicht mehr der von damals, als der Snapshot entstand.</translation>
    </message>
    <message>
        <source>Another manager works on the snapshots of this machine.</source>
        <translation>Ein anderer Manager arbeitet an den Snapshots dieser Maschine.</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot.</source>
        <translation>Es ist kein Archiv eines Snapshots.</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>Diese Maschine gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>What the engine made in place of “%1” is not a file of its own.</source>
        <translation>Was die Engine an Stelle von „%1“ angelegt hat, ist keine eigene Datei.</translation>
    </message>
    <message>
        <source>This host does not take the guest’s processor: %1</source>
        <translation>Dieser Host nimmt den Prozessor des Gasts nicht an: %1</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on.</source>
        <translation>Stellen Sie ihn auf einem Host wie dem wieder her, auf dem er entstanden ist.</translation>
    </message>
    <message>
        <source>The guest was given what this host does not offer, and may crash when it uses it: %1.</source>
        <translation>Der Gast hat bekommen, was dieser Host nicht bietet, und kann abstürzen, wenn er es benutzt: %1.</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on. For machines that are to move, choose a CPU template before they are started.</source>
        <translation>Stellen Sie ihn auf einem Host wie dem wieder her, auf dem er entstanden ist. Wählen Sie für Maschinen, die umziehen sollen, vor dem Start eine CPU-Vorlage.</translation>
    </message>
    <message>
        <source>The guest relies on the processor not having some flaws, which this host does not promise: %1.</source>
        <translation>Der Gast verlässt sich darauf, dass der Prozessor manche Schwächen nicht hat, was dieser Host nicht zusagt: %1.</translation>
    </message>
    <message>
        <source>Port forwards stay with the original, which has the ports of this host.</source>
        <translation>Portweiterleitungen bleiben beim Original, das die Ports dieses Rechners hat.</translation>
    </message>
    <message>
        <source>Give the clone forwards of its own on its Network page.</source>
        <translation>Geben Sie dem Klon auf seiner Seite „Netzwerk“ eigene Weiterleitungen.</translation>
    </message>
</context>
<context>
    <name>TapState</name>
    <message>
        <source>No network device can have this name.</source>
        <translation>Kein Netzwerkgerät kann diesen Namen haben.</translation>
    </message>
    <message>
        <source>This host has no /dev/net/tun.</source>
        <translation>Dieser Host hat kein /dev/net/tun.</translation>
    </message>
    <message>
        <source>You may not open /dev/net/tun.</source>
        <translation>Sie dürfen /dev/net/tun nicht öffnen.</translation>
    </message>
    <message>
        <source>There is no device %1 on this host.</source>
        <translation>Auf diesem Host gibt es kein Gerät %1.</translation>
    </message>
    <message>
        <source>%1 is no TAP device.</source>
        <translation>%1 ist kein TAP-Gerät.</translation>
    </message>
    <message>
        <source>%1 belongs to the user %2.</source>
        <translation>%1 gehört dem Benutzer %2.</translation>
    </message>
    <message>
        <source>%1 belongs to the user with the number %2.</source>
        <translation>%1 gehört dem Benutzer mit der Nummer %2.</translation>
    </message>
    <message>
        <source>%1 belongs to the group with the number %2.</source>
        <translation>%1 gehört der Gruppe mit der Nummer %2.</translation>
    </message>
    <message>
        <source>%1 is in use by process %2.</source>
        <translation>%1 wird von Prozess %2 benutzt.</translation>
    </message>
    <message>
        <source>%1 is in use by another process.</source>
        <translation>%1 wird von einem anderen Prozess benutzt.</translation>
    </message>
    <message>
        <source>%1 is ready, but switched off: no packet passes.</source>
        <translation>%1 ist bereit, aber ausgeschaltet: Kein Paket kommt durch.</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 ist bereit.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Load the kernel&apos;s module: sudo modprobe tun.</source>
        <translation>Das Modul des Kernels laden: sudo modprobe tun.</translation>
    </message>
    <message>
        <source>Let everybody open it, as is usual: sudo chmod 666 /dev/net/tun. Who may use which device is decided by each device&apos;s owner.</source>
        <translation>Allen das Öffnen erlauben, wie es üblich ist: sudo chmod 666 /dev/net/tun. Wer welches Gerät benutzen darf, entscheidet der Besitzer des jeweiligen Geräts.</translation>
    </message>
    <message>
        <source>Make it, as yours.</source>
        <translation>Es als eigenes Gerät anlegen.</translation>
    </message>
    <message>
        <source>Choose the name of a TAP device, or one that is free.</source>
        <translation>Den Namen eines TAP-Geräts wählen oder einen, der frei ist.</translation>
    </message>
    <message>
        <source>Remove it and make it anew as yours, or choose another.</source>
        <translation>Es entfernen und als eigenes neu anlegen, oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Stop the machine or program that has it, or choose another device.</source>
        <translation>Die Maschine oder das Programm stoppen, von dem es belegt ist, oder ein anderes Gerät wählen.</translation>
    </message>
    <message>
        <source>Switch it on: sudo ip link set %1 up.</source>
        <translation>Es einschalten: sudo ip link set %1 up.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Create, run and watch KVM microVMs.</source>
        <translation>KVM-microVMs erstellen, ausführen und beobachten.</translation>
    </message>
</context>
<context>
    <name>sparklectl</name>
    <message>
        <source>%1 %2 was not sent.</source>
        <translation>%1 %2 wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>A path begins with “/” and has no blanks.</source>
        <translation>Ein Pfad beginnt mit „/“ und hat keine Leerzeichen.</translation>
    </message>
    <message>
        <source>%1 %2 failed.</source>
        <translation>%1 %2 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Send a request to a machine&apos;s engine and print the answer</source>
        <translation>Eine Anfrage an die Engine einer Maschine senden und die Antwort ausgeben</translation>
    </message>
    <message>
        <source>BODY is JSON, @FILE, or - for standard input. What is changed so is not kept in the machine&apos;s definition.</source>
        <translation>BODY ist JSON, @DATEI oder - für die Standardeingabe. Was so geändert wird, steht nicht in der Definition der Maschine.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>„%1“ ist ein Wort zu viel.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Possible: %3.</source>
        <translation>%1 kann nicht „%2“ sein. Möglich: %3.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Es gibt keine Option %1.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>%1 needs a value: %2.</source>
        <translation>%1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 kommt zweimal vor.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>“%1” needs one of these behind it: %2.</source>
        <translation>„%1“ braucht eines von diesen dahinter: %2.</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>„%1“ wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Needs a restart of the machine:</source>
        <translation>Braucht einen Neustart der Maschine:</translation>
    </message>
    <message>
        <source>Print JSON in place of text, errors on standard error as well</source>
        <translation>JSON statt Text ausgeben, auch Fehler auf der Standardfehlerausgabe</translation>
    </message>
    <message>
        <source>Show no progress and no remarks</source>
        <translation>Keinen Fortschritt und keine Bemerkungen zeigen</translation>
    </message>
    <message>
        <source>Tell what the command does</source>
        <translation>Sagen, was der Befehl tut</translation>
    </message>
    <message>
        <source>Ctrl-] q leaves, Ctrl-] ] sends Ctrl-].</source>
        <translation>Strg-] q verlässt sie, Strg-] ] sendet Strg-].</translation>
    </message>
    <message>
        <source>There is no console.</source>
        <translation>Es gibt keine Konsole.</translation>
    </message>
    <message>
        <source>The console of “%1”. Ctrl-] q leaves it.</source>
        <translation>Die Konsole von „%1“. Strg-] q verlässt sie.</translation>
    </message>
    <message>
        <source>“%1” has ended.</source>
        <translation>„%1“ hat geendet.</translation>
    </message>
    <message>
        <source>Only show what the guest prints</source>
        <translation>Nur zeigen, was der Gast ausgibt</translation>
    </message>
    <message>
        <source>Open a running machine&apos;s serial console</source>
        <translation>Die serielle Konsole einer laufenden Maschine öffnen</translation>
    </message>
    <message>
        <source>First what it has printed, as far as it is kept. Ctrl-] q leaves, the machine runs on. Input that is no terminal is sent as it is, and at its end the command ends. What a guest prints can do to the terminal what any program can.</source>
        <translation>Zuerst, was sie ausgegeben hat, soweit es aufgehoben ist. Strg-] q verlässt sie, die Maschine läuft weiter. Eingabe, die kein Terminal ist, wird unverändert gesendet, und an ihrem Ende endet der Befehl. Was ein Gast ausgibt, kann mit dem Terminal tun, was jedes Programm kann.</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>Es wurde keine Maschine angelegt.</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Siehe %1</translation>
    </message>
    <message>
        <source>--demo and --from-config exclude each other.</source>
        <translation>--demo und --from-config schließen einander aus.</translation>
    </message>
    <message>
        <source>--demo and %1 exclude each other.</source>
        <translation>--demo und %1 schließen einander aus.</translation>
    </message>
    <message>
        <source>It needs a kernel: one of --kernel, --from-config and --demo.</source>
        <translation>Sie braucht einen Kernel: eines von --kernel, --from-config und --demo.</translation>
    </message>
    <message>
        <source>--copy-root needs a root drive.</source>
        <translation>--copy-root braucht ein Root-Laufwerk.</translation>
    </message>
    <message>
        <source>--disk-size is a size from 1M to 16T.</source>
        <translation>--disk-size ist eine Größe von 1M bis 16T.</translation>
    </message>
    <message>
        <source>--disk-size needs --copy-root or --demo.</source>
        <translation>--disk-size braucht --copy-root oder --demo.</translation>
    </message>
    <message>
        <source>Machine “%1” is made; its id is %2.</source>
        <translation>Die Maschine „%1“ ist angelegt; ihre Id ist %2.</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system; built once</source>
        <translation>Ein gewöhnlicher Debian-Kernel und ein kleines Root-Dateisystem; einmal gebaut</translation>
    </message>
    <message>
        <source>What a Firecracker configuration file says</source>
        <translation>Was eine Firecracker-Konfigurationsdatei sagt</translation>
    </message>
    <message>
        <source>Kernel: vmlinux or bzImage</source>
        <translation>Kernel: vmlinux oder bzImage</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>Initiale RAM-Disk</translation>
    </message>
    <message>
        <source>The kernel&apos;s command line</source>
        <translation>Die Kommandozeile des Kernels</translation>
    </message>
    <message>
        <source>A drive; the first one is the root drive if none says so and there is no initial RAM disk</source>
        <translation>Ein Laufwerk; das erste ist das Root-Laufwerk, wenn keines es von sich sagt und es keine initiale RAM-Disk gibt</translation>
    </message>
    <message>
        <source>The machine gets a copy of the root drive of its own</source>
        <translation>Die Maschine bekommt eine eigene Kopie des Root-Laufwerks</translation>
    </message>
    <message>
        <source>Makes that copy larger, with its file system</source>
        <translation>Vergrößert diese Kopie samt ihrem Dateisystem</translation>
    </message>
    <message>
        <source>Processors, 1 to 32</source>
        <translation>Prozessoren, 1 bis 32</translation>
    </message>
    <message>
        <source>Memory, such as 512 (MiB) or 2G</source>
        <translation>Speicher, etwa 512 (MiB) oder 2G</translation>
    </message>
    <message>
        <source>A network interface: with user-mode networking, or on a TAP device of the host</source>
        <translation>Eine Netzwerkschnittstelle: im Benutzermodus oder an einem TAP-Gerät des Hosts</translation>
    </message>
    <message>
        <source>A port of the host that leads to one of the guest&apos;s; with --network user</source>
        <translation>Ein Port des Hosts, der zu einem des Gastes führt; mit --network user</translation>
    </message>
    <message>
        <source>A vsock device with this CID</source>
        <translation>Ein Vsock-Gerät mit dieser CID</translation>
    </message>
    <message>
        <source>Track written pages, for incremental snapshots</source>
        <translation>Geschriebene Seiten verfolgen, für inkrementelle Snapshots</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>Wo sie läuft</translation>
    </message>
    <message>
        <source>What confines its engine</source>
        <translation>Was ihre Engine einschließt</translation>
    </message>
    <message>
        <source>Group in the list</source>
        <translation>Gruppe in der Liste</translation>
    </message>
    <message>
        <source>A tag; may be given several times</source>
        <translation>Ein Schlagwort; mehrmals möglich</translation>
    </message>
    <message>
        <source>Notes about the machine</source>
        <translation>Notizen zur Maschine</translation>
    </message>
    <message>
        <source>Start it, too</source>
        <translation>Sie auch starten</translation>
    </message>
    <message>
        <source>Make a machine</source>
        <translation>Eine Maschine anlegen</translation>
    </message>
    <message>
        <source>Of one&apos;s own files, of a Firecracker configuration file, or the demo. Other options change what the file or the demo says. A name that is taken gets a number.</source>
        <translation>Aus eigenen Dateien, aus einer Firecracker-Konfigurationsdatei oder die Demo. Andere Optionen ändern, was die Datei oder die Demo sagt. Ein vergebener Name bekommt eine Nummer.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>Looking at this host</source>
        <translation>Dieser Host wird untersucht</translation>
    </message>
    <message>
        <source>What helps: %1</source>
        <translation>Was hilft: %1</translation>
    </message>
    <message>
        <source>Look whether this host has all that machines need</source>
        <translation>Nachsehen, ob dieser Host alles hat, was Maschinen brauchen</translation>
    </message>
    <message>
        <source>The checks of the manager&apos;s start page. The exit code is 5 when one of them found a problem; warnings do not count.</source>
        <translation>Die Prüfungen der Startseite des Managers. Der Exit-Code ist 5, wenn eine davon ein Problem fand; Warnungen zählen nicht.</translation>
    </message>
    <message>
        <source>The drive was not changed.</source>
        <translation>Das Laufwerk wurde nicht geändert.</translation>
    </message>
    <message>
        <source>“%1” has no drive “%2”.</source>
        <translation>„%1“ hat kein Laufwerk „%2“.</translation>
    </message>
    <message>
        <source>“sparklectl drive list” tells which there are.</source>
        <translation>„sparklectl drive list“ sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ROOT</source>
        <translation>ROOT</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>NUR LESEN</translation>
    </message>
    <message>
        <source>BANDWIDTH</source>
        <translation>BANDBREITE</translation>
    </message>
    <message>
        <source>OPERATIONS</source>
        <translation>OPERATIONEN</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Only one drive can be the root drive.</source>
        <translation>Nur ein Laufwerk kann das Root-Laufwerk sein.</translation>
    </message>
    <message>
        <source>There is a drive “%1” already.</source>
        <translation>Es gibt schon ein Laufwerk „%1“.</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 und %2 schließen einander aus.</translation>
    </message>
    <message>
        <source>Whether the guest&apos;s flushes reach the disk</source>
        <translation>Ob Flushes des Gastes bis auf die Platte gehen</translation>
    </message>
    <message>
        <source>How the engine reads and writes</source>
        <translation>Wie die Engine liest und schreibt</translation>
    </message>
    <message>
        <source>Its id; otherwise one is chosen</source>
        <translation>Seine Id; sonst wird eine gewählt</translation>
    </message>
    <message>
        <source>Another file, at once where the machine runs</source>
        <translation>Eine andere Datei, sofort, wenn die Maschine läuft</translation>
    </message>
    <message>
        <source>The guest may not write to it</source>
        <translation>Der Gast darf nicht darauf schreiben</translation>
    </message>
    <message>
        <source>The guest may write to it</source>
        <translation>Der Gast darf darauf schreiben</translation>
    </message>
    <message>
        <source>So many bytes in that time, a second if not given, and once so many more</source>
        <translation>So viele Bytes in dieser Zeit, ohne Angabe in einer Sekunde, und einmal so viele mehr</translation>
    </message>
    <message>
        <source>So many requests in that time</source>
        <translation>So viele Anfragen in dieser Zeit</translation>
    </message>
    <message>
        <source>List a machine&apos;s drives</source>
        <translation>Die Laufwerke einer Maschine auflisten</translation>
    </message>
    <message>
        <source>Give a machine another drive, from its next start on</source>
        <translation>Einer Maschine ein weiteres Laufwerk geben, vom nächsten Start an</translation>
    </message>
    <message>
        <source>Change a drive</source>
        <translation>Ein Laufwerk ändern</translation>
    </message>
    <message>
        <source>A running machine gets another file at once; the other settings hold from its next start on.</source>
        <translation>Eine laufende Maschine bekommt eine andere Datei sofort; die übrigen Einstellungen gelten vom nächsten Start an.</translation>
    </message>
    <message>
        <source>Take a drive away, from the next start on</source>
        <translation>Ein Laufwerk wegnehmen, vom nächsten Start an</translation>
    </message>
    <message>
        <source>The file stays.</source>
        <translation>Die Datei bleibt.</translation>
    </message>
    <message>
        <source>Limit a drive, at once where the machine runs</source>
        <translation>Ein Laufwerk begrenzen, sofort, wenn die Maschine läuft</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>Die Maschine läuft nicht.</translation>
    </message>
    <message>
        <source>Start it: sparklectl start %1</source>
        <translation>Starten: sparklectl start %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The document is larger than 16 MiB.</source>
        <translation>Das Dokument ist größer als 16 MiB.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer is not valid.</source>
        <translation>Die Antwort der Engine ist ungültig.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>Die Engine ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Another process listens on the machine&apos;s API socket.</source>
        <translation>Ein anderer Prozess lauscht am API-Socket der Maschine.</translation>
    </message>
    <message>
        <source>Makes and runs KVM microVMs on the command line. It works on the same machines as the manager (sparkler), at the same time: what one of them does the other sees. A machine runs on when the command has ended. MACHINE is its name, its id, or the beginning of an id that no other one has.</source>
        <translation>Legt KVM-microVMs an und betreibt sie auf der Kommandozeile. Es arbeitet mit denselben Maschinen wie der Manager (sparkler), zur selben Zeit: was der eine tut, sieht der andere. Eine Maschine läuft weiter, wenn der Befehl geendet hat. MACHINE ist ihr Name, ihre Id oder der Anfang einer Id, die keine andere hat.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Es ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The command line is wrong; nothing was done</source>
        <translation>Die Kommandozeile ist falsch; nichts wurde getan</translation>
    </message>
    <message>
        <source>There is no such machine, snapshot, drive or interface, or the name fits several</source>
        <translation>Es gibt keine solche Maschine, keinen solchen Snapshot, kein solches Laufwerk oder keine solche Schnittstelle, oder der Name passt auf mehrere</translation>
    </message>
    <message>
        <source>The machine&apos;s state does not allow it now</source>
        <translation>Der Zustand der Maschine lässt es jetzt nicht zu</translation>
    </message>
    <message>
        <source>“doctor” found a problem</source>
        <translation>„doctor“ hat ein Problem gefunden</translation>
    </message>
    <message>
        <source>Interrupted by a signal</source>
        <translation>Durch ein Signal unterbrochen</translation>
    </message>
    <message>
        <source>[OPTION...]</source>
        <translation>[OPTION...]</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>sparklectl COMMAND [OPTION...]</source>
        <translation>sparklectl BEFEHL [OPTION...]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Optionen jedes Befehls:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Exit-Codes:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>make and run KVM microVMs</source>
        <translation>KVM-microVMs anlegen und betreiben</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>COMMAND [OPTION...]</source>
        <translation>BEFEHL [OPTION...]</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Options of every command</source>
        <translation>Optionen jedes Befehls</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>Exit-Codes</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Machines, trash and assets</source>
        <translation>Maschinen, Papierkorb und Vorlagen</translation>
    </message>
    <message>
        <source>The manager&apos;s settings: language, engine and time to stop count here, too</source>
        <translation>Die Einstellungen des Managers: Sprache, Engine und Zeit zum Anhalten gelten auch hier</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Siehe auch</translation>
    </message>
    <message>
        <source>user-mode network</source>
        <translation>Netzwerk im Benutzermodus</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>NETZWERK</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>RECEIVE BANDWIDTH</source>
        <translation>EMPFANGSBANDBREITE</translation>
    </message>
    <message>
        <source>RECEIVE OPERATIONS</source>
        <translation>EMPFANGSOPERATIONEN</translation>
    </message>
    <message>
        <source>SEND BANDWIDTH</source>
        <translation>SENDEBANDBREITE</translation>
    </message>
    <message>
        <source>SEND OPERATIONS</source>
        <translation>SENDEOPERATIONEN</translation>
    </message>
    <message>
        <source>“%1” has no network interface “%2”.</source>
        <translation>„%1“ hat keine Netzwerkschnittstelle „%2“.</translation>
    </message>
    <message>
        <source>“sparklectl interface list” tells which there are.</source>
        <translation>„sparklectl interface list“ sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>The network interface was not changed.</source>
        <translation>Die Netzwerkschnittstelle wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Bytes towards the guest</source>
        <translation>Bytes zum Gast</translation>
    </message>
    <message>
        <source>Packets towards the guest</source>
        <translation>Pakete zum Gast</translation>
    </message>
    <message>
        <source>Bytes from the guest</source>
        <translation>Bytes vom Gast</translation>
    </message>
    <message>
        <source>Packets from the guest</source>
        <translation>Pakete vom Gast</translation>
    </message>
    <message>
        <source>List a machine&apos;s network interfaces</source>
        <translation>Die Netzwerkschnittstellen einer Maschine auflisten</translation>
    </message>
    <message>
        <source>Limit a network interface, at once where the machine runs</source>
        <translation>Eine Netzwerkschnittstelle begrenzen, sofort, wenn die Maschine läuft</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds.</source>
        <translation>--timeout ist eine Anzahl Sekunden.</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>„%1“ wurde nicht angehalten.</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>„%1“ wurde nicht fortgesetzt.</translation>
    </message>
    <message>
        <source>End the engine at once</source>
        <translation>Die Engine sofort beenden</translation>
    </message>
    <message>
        <source>How long the guest may take to power off before it is forced to; the manager&apos;s setting, if not given</source>
        <translation>Wie lange der Gast zum Ausschalten brauchen darf, bevor es erzwungen wird; ohne Angabe die Einstellung des Managers</translation>
    </message>
    <message>
        <source>Start machines</source>
        <translation>Maschinen starten</translation>
    </message>
    <message>
        <source>Ends when the guests run. They run on afterwards, without any manager.</source>
        <translation>Endet, wenn die Gäste laufen. Sie laufen danach weiter, ohne einen Manager.</translation>
    </message>
    <message>
        <source>Ask guests to power off, and force those that do not</source>
        <translation>Gäste bitten, sich auszuschalten, und die zwingen, die es nicht tun</translation>
    </message>
    <message>
        <source>Interrupted while it waits, it leaves the machine running.</source>
        <translation>Wird es beim Warten unterbrochen, läuft die Maschine weiter.</translation>
    </message>
    <message>
        <source>Stop machines and start them with their present settings</source>
        <translation>Maschinen anhalten und mit ihren jetzigen Einstellungen starten</translation>
    </message>
    <message>
        <source>Let guests stand still</source>
        <translation>Gäste stillstehen lassen</translation>
    </message>
    <message>
        <source>Let paused guests go on</source>
        <translation>Angehaltene Gäste weiterlaufen lassen</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>„%1“ wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>„%1“ wurde nicht gestoppt.</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 10M (a second), 10M/100ms, 10M/1s+50M (with a burst).</source>
        <translation>„%1“ ist keine Grenze. Möglich: none, 10M (je Sekunde), 10M/100ms, 10M/1s+50M (mit Burst).</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 500 (a second), 500/100ms, 500/1s+1000 (with a burst).</source>
        <translation>„%1“ ist keine Grenze. Möglich: none, 500 (je Sekunde), 500/100ms, 500/1s+1000 (mit Burst).</translation>
    </message>
    <message>
        <source>--lines is a number.</source>
        <translation>--lines ist eine Zahl.</translation>
    </message>
    <message>
        <source>The events were not read.</source>
        <translation>Die Ereignisse wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>So many of the last lines; 100 if not given</source>
        <translation>So viele der letzten Zeilen; ohne Angabe 100</translation>
    </message>
    <message>
        <source>Then what is added, until a signal comes</source>
        <translation>Danach, was dazukommt, bis ein Signal kommt</translation>
    </message>
    <message>
        <source>What the engine wrote to its standard output and error</source>
        <translation>Was die Engine auf ihre Standardausgabe und Standardfehlerausgabe geschrieben hat</translation>
    </message>
    <message>
        <source>Print the log of a machine&apos;s engine</source>
        <translation>Das Protokoll der Engine einer Maschine ausgeben</translation>
    </message>
    <message>
        <source>Print what happens to a running machine, as it happens</source>
        <translation>Ausgeben, was mit einer laufenden Maschine geschieht, während es geschieht</translation>
    </message>
    <message>
        <source>Ends when the machine does, or when a signal comes.</source>
        <translation>Endet, wenn die Maschine endet oder ein Signal kommt.</translation>
    </message>
    <message>
        <source>--vcpus is a number from 1 to 32.</source>
        <translation>--vcpus ist eine Zahl von 1 bis 32.</translation>
    </message>
    <message>
        <source>--memory is a size in whole MiB, such as 512 or 2G.</source>
        <translation>--memory ist eine Größe in ganzen MiB, etwa 512 oder 2G.</translation>
    </message>
    <message>
        <source>--forward needs --network user.</source>
        <translation>--forward braucht --network user.</translation>
    </message>
    <message>
        <source>--vsock is a number from %1 to %2.</source>
        <translation>--vsock ist eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is no forwarded port: [tcp:|udp:][ADDRESS:]HOST_PORT:GUEST_PORT.</source>
        <translation>„%1“ ist kein weitergeleiteter Port: [tcp:|udp:][ADRESSE:]HOST-PORT:GAST-PORT.</translation>
    </message>
    <message>
        <source>No machines. Make one: sparklectl create --demo NAME</source>
        <translation>Keine Maschinen. Eine anlegen: sparklectl create --demo NAME</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GRÖSSE</translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation>LÄUFT</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>SEIT</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lesen und schreiben</translation>
    </message>
    <message>
        <source>root</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>begrenzt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>path and properties</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>TAP device %1</source>
        <translation>TAP-Gerät %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>Runner</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>Käfig</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>Laufwerk %1</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Schnittstelle %1</translation>
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
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Only machines with an engine</source>
        <translation>Nur Maschinen mit einer Engine</translation>
    </message>
    <message>
        <source>Only machines of this group</source>
        <translation>Nur Maschinen dieser Gruppe</translation>
    </message>
    <message>
        <source>Only the names, one a line</source>
        <translation>Nur die Namen, einer je Zeile</translation>
    </message>
    <message>
        <source>List the machines and what they do</source>
        <translation>Die Maschinen auflisten und was sie tun</translation>
    </message>
    <message>
        <source>Tell all about one machine</source>
        <translation>Alles über eine Maschine sagen</translation>
    </message>
    <message>
        <source>With --json the configuration is the one of a Firecracker configuration file.</source>
        <translation>Mit --json ist die Konfiguration die einer Firecracker-Konfigurationsdatei.</translation>
    </message>
    <message>
        <source>The metrics were not read.</source>
        <translation>Die Messwerte wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>COUNTER</source>
        <translation>ZÄHLER</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>WERT</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>ÄNDERUNG</translation>
    </message>
    <message>
        <source>Also what is 0</source>
        <translation>Auch, was 0 ist</translation>
    </message>
    <message>
        <source>Every second what has changed, until the machine ends or a signal comes</source>
        <translation>Jede Sekunde, was sich geändert hat, bis die Maschine endet oder ein Signal kommt</translation>
    </message>
    <message>
        <source>Print what a running machine&apos;s engine has counted</source>
        <translation>Ausgeben, was die Engine einer laufenden Maschine gezählt hat</translation>
    </message>
    <message>
        <source>PREFIX leaves only counters whose name begins so, such as net_eth0.</source>
        <translation>PREFIX lässt nur Zähler übrig, deren Name so beginnt, etwa net_eth0.</translation>
    </message>
    <message>
        <source>The metadata were not read.</source>
        <translation>Die Metadaten wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The metadata were not changed.</source>
        <translation>Die Metadaten wurden nicht geändert.</translation>
    </message>
    <message>
        <source>No network interface of the machine answers for the metadata service yet.</source>
        <translation>Noch antwortet keine Netzwerkschnittstelle der Maschine für den Metadatendienst.</translation>
    </message>
    <message>
        <source>It is not a JSON object: %1.</source>
        <translation>Es ist kein JSON-Objekt: %1.</translation>
    </message>
    <message>
        <source>What the machine starts with, also when it runs</source>
        <translation>Womit die Maschine startet, auch wenn sie läuft</translation>
    </message>
    <message>
        <source>Print the metadata: of the running machine, else what it starts with</source>
        <translation>Die Metadaten ausgeben: der laufenden Maschine, sonst, womit sie startet</translation>
    </message>
    <message>
        <source>Replace the metadata: of the running machine, else what it starts with</source>
        <translation>Die Metadaten ersetzen: der laufenden Maschine, sonst, womit sie startet</translation>
    </message>
    <message>
        <source>Merge into the metadata; null takes a name away</source>
        <translation>In die Metadaten einfügen; null nimmt einen Namen weg</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>Die letzten Zeilen der Engine:</translation>
    </message>
    <message>
        <source>“%1” was deleted meanwhile.</source>
        <translation>„%1“ wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Unterbrochen.</translation>
    </message>
    <message>
        <source>There is no machine “%1”.</source>
        <translation>Es gibt keine Maschine „%1“.</translation>
    </message>
    <message>
        <source>“sparklectl list” tells which there are.</source>
        <translation>„sparklectl list“ sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>“%1” fits several machines: %2.</source>
        <translation>„%1“ passt auf mehrere Maschinen: %2.</translation>
    </message>
    <message>
        <source>Use more of the id.</source>
        <translation>Mehr von der Id angeben.</translation>
    </message>
    <message>
        <source>Print the manual page, for man -l -</source>
        <translation>Die Handbuchseite ausgeben, für man -l -</translation>
    </message>
    <message>
        <source>Print a completion script for bash, zsh or fish</source>
        <translation>Ein Vervollständigungsskript für bash, zsh oder fish ausgeben</translation>
    </message>
    <message>
        <source>Tell what the commands do</source>
        <translation>Sagen, was die Befehle tun</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>Die Version ausgeben</translation>
    </message>
    <message>
        <source>It can be done.</source>
        <translation>Es ist möglich.</translation>
    </message>
    <message>
        <source>“%1” has no snapshot “%2”.</source>
        <translation>„%1“ hat keinen Snapshot „%2“.</translation>
    </message>
    <message>
        <source>“%1” fits several snapshots: %2.</source>
        <translation>„%1“ passt auf mehrere Snapshots: %2.</translation>
    </message>
    <message>
        <source>“sparklectl snapshot list” tells which there are.</source>
        <translation>„sparklectl snapshot list“ sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>“%1” was not restored.</source>
        <translation>„%1“ wurde nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>--count is a number from 1 to %1.</source>
        <translation>--count ist eine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>“%1” has no snapshots.</source>
        <translation>„%1“ hat keine Snapshots.</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ART</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>NACH</translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation>AUFGENOMMEN</translation>
    </message>
    <message>
        <source>ON DISK</source>
        <translation>AUF DER PLATTE</translation>
    </message>
    <message>
        <source>No snapshot was made.</source>
        <translation>Es wurde kein Snapshot gemacht.</translation>
    </message>
    <message>
        <source>“%1” is taken; its id is %2.</source>
        <translation>„%1“ ist aufgenommen; seine Id ist %2.</translation>
    </message>
    <message>
        <source>The snapshot was not deleted.</source>
        <translation>Der Snapshot wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>Its name; the time if not given</source>
        <translation>Sein Name; ohne Angabe die Zeit</translation>
    </message>
    <message>
        <source>A note with it</source>
        <translation>Eine Notiz dazu</translation>
    </message>
    <message>
        <source>Only what has changed since the last one</source>
        <translation>Nur, was sich seit dem letzten geändert hat</translation>
    </message>
    <message>
        <source>Delete the diffs that need it, too</source>
        <translation>Auch die Diffs löschen, die ihn brauchen</translation>
    </message>
    <message>
        <source>Make the diffs that need it full before</source>
        <translation>Zuvor die Diffs voll machen, die ihn brauchen</translation>
    </message>
    <message>
        <source>Leave the guest paused afterwards</source>
        <translation>Den Gast danach angehalten lassen</translation>
    </message>
    <message>
        <source>Only tell what would come of it</source>
        <translation>Nur sagen, was daraus würde</translation>
    </message>
    <message>
        <source>The new machine&apos;s name</source>
        <translation>Der Name der neuen Maschine</translation>
    </message>
    <message>
        <source>So many machines, 1 to 64</source>
        <translation>So viele Maschinen, 1 bis 64</translation>
    </message>
    <message>
        <source>List a machine&apos;s snapshots</source>
        <translation>Die Snapshots einer Maschine auflisten</translation>
    </message>
    <message>
        <source>A star marks the one that was made or restored last.</source>
        <translation>Ein Stern kennzeichnet den, der zuletzt gemacht oder wiederhergestellt wurde.</translation>
    </message>
    <message>
        <source>Take a snapshot of a machine that runs or is paused</source>
        <translation>Einen Snapshot einer laufenden oder angehaltenen Maschine machen</translation>
    </message>
    <message>
        <source>Go back to a snapshot</source>
        <translation>Zu einem Snapshot zurückkehren</translation>
    </message>
    <message>
        <source>Ends the machine&apos;s engine and starts it from the snapshot; what was done since is gone. When it fails, drives and settings are as before.</source>
        <translation>Beendet die Engine der Maschine und startet sie aus dem Snapshot; was seither getan wurde, ist weg. Scheitert es, sind Laufwerke und Einstellungen wie zuvor.</translation>
    </message>
    <message>
        <source>Make new machines from a snapshot and start them</source>
        <translation>Neue Maschinen aus einem Snapshot machen und starten</translation>
    </message>
    <message>
        <source>Delete a snapshot for good</source>
        <translation>Einen Snapshot endgültig löschen</translation>
    </message>
    <message>
        <source>Compare a snapshot&apos;s files with their checksums</source>
        <translation>Die Dateien eines Snapshots mit ihren Prüfsummen vergleichen</translation>
    </message>
    <message>
        <source>Write a snapshot into one file, for elsewhere</source>
        <translation>Einen Snapshot in eine Datei schreiben, für anderswo</translation>
    </message>
    <message>
        <source>Make a stopped machine of such a file</source>
        <translation>Aus einer solchen Datei eine angehaltene Maschine machen</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>„%1“ wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>“%1” is deleted for good.</source>
        <translation>„%1“ ist endgültig gelöscht.</translation>
    </message>
    <message>
        <source>“%1” is in the trash: sparklectl undelete %2</source>
        <translation>„%1“ ist im Papierkorb: sparklectl undelete %2</translation>
    </message>
    <message>
        <source>There is no machine “%1” in the trash.</source>
        <translation>Im Papierkorb ist keine Maschine „%1“.</translation>
    </message>
    <message>
        <source>“sparklectl trash” tells which there are.</source>
        <translation>„sparklectl trash“ sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>“%1” is there again.</source>
        <translation>„%1“ ist wieder da.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>DELETED</source>
        <translation>GELÖSCHT</translation>
    </message>
    <message>
        <source>With its disks and snapshots, for good</source>
        <translation>Mit ihren Platten und Snapshots, endgültig</translation>
    </message>
    <message>
        <source>Move machines that do not run into the trash</source>
        <translation>Maschinen, die nicht laufen, in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Take machines out of the trash</source>
        <translation>Maschinen aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>List what is in the trash</source>
        <translation>Auflisten, was im Papierkorb ist</translation>
    </message>
    <message>
        <source>It will probably go wrong; with --accept-risk it is tried.</source>
        <translation>Es wird wahrscheinlich schiefgehen; mit --accept-risk wird es versucht.</translation>
    </message>
    <message>
        <source>Try it also where it will probably go wrong</source>
        <translation>Es auch versuchen, wo es wahrscheinlich schiefgeht</translation>
    </message>
    <message>
        <source>The processor that the guest sees: T2, T2S, T2CL, T2A, C3, or a template of one&apos;s own</source>
        <translation>Der Prozessor, den der Gast sieht: T2, T2S, T2CL, T2A, C3 oder eine eigene Vorlage</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ApiError</name>
    <message>
        <source>there is no socket file</source>
        <translation>es gibt keine Socket-Datei</translation>
    </message>
    <message>
        <source>nobody listens on the socket</source>
        <translation>am Socket lauscht niemand</translation>
    </message>
    <message>
        <source>you may not open the socket</source>
        <translation>Sie dürfen den Socket nicht öffnen</translation>
    </message>
    <message>
        <source>the socket&apos;s path is not absolute</source>
        <translation>der Pfad des Sockets ist nicht absolut</translation>
    </message>
    <message>
        <source>the socket&apos;s path is longer than 106 bytes</source>
        <translation>der Pfad des Sockets ist länger als 106 Byte</translation>
    </message>
    <message>
        <source>the file is not a socket</source>
        <translation>die Datei ist kein Socket</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached.</source>
        <translation>%1 ist fehlgeschlagen: Die Engine ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached, %2.</source>
        <translation>%1 ist fehlgeschlagen: Die Engine ist nicht erreichbar, %2.</translation>
    </message>
    <message>
        <source>%1 failed: the engine did not answer in time. It may still act on it.</source>
        <translation>%1 ist fehlgeschlagen: Die Engine hat nicht rechtzeitig geantwortet. Vielleicht führt sie es noch aus.</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 failed: the engine closed the connection before it had answered.</source>
        <translation>%1 ist fehlgeschlagen: Die Engine hat die Verbindung geschlossen, bevor sie geantwortet hat.</translation>
    </message>
    <message>
        <source>%1 failed: the answer is not valid (%2).</source>
        <translation>%1 ist fehlgeschlagen: Die Antwort ist ungültig (%2).</translation>
    </message>
    <message>
        <source>%1 failed: the answer is too large.</source>
        <translation>%1 ist fehlgeschlagen: Die Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>The engine refused %1 with status %2.</source>
        <translation>Die Engine hat %1 mit Status %2 abgelehnt.</translation>
    </message>
    <message>
        <source>The engine refused %1: %2</source>
        <translation>Die Engine hat %1 abgelehnt: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::AssetLibrary</name>
    <message>
        <source>It is not a regular file.</source>
        <translation>Dies ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>Die Datei stammt von einer neueren Version von Sparkler.</translation>
    </message>
    <message>
        <source>Its asset.json is damaged.</source>
        <translation>Die zugehörige asset.json ist beschädigt.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 wurde nicht importiert.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 kann nicht benutzt werden: %2</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>The file was not verified.</source>
        <translation>Die Datei wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>It is not in the library.</source>
        <translation>Sie ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>%1 was not verified.</source>
        <translation>%1 wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>%1 is not what was imported.</source>
        <translation>%1 ist nicht mehr das, was importiert wurde.</translation>
    </message>
    <message>
        <source>Its checksum is %1; it was %2.</source>
        <translation>Die Prüfsumme ist %1; sie war %2.</translation>
    </message>
    <message>
        <source>Remove it and import it again.</source>
        <translation>Entfernen und noch einmal importieren.</translation>
    </message>
    <message>
        <source>The file was not removed.</source>
        <translation>Die Datei wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>It is not in the library any more.</source>
        <translation>Sie ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>%1 wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>Make the demo guest</source>
        <translation>Den Demo-Gast erzeugen</translation>
    </message>
    <message>
        <source>The demo guest was not made.</source>
        <translation>Der Demo-Gast wurde nicht erzeugt.</translation>
    </message>
    <message>
        <source>The program that makes it (guest/build-guest) was not found.</source>
        <translation>Das Programm, das ihn erzeugt (guest/build-guest), wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Reinstall Sparkler, or set SPARKLER_RESOURCES.</source>
        <translation>Sparkler neu installieren oder SPARKLER_RESOURCES setzen.</translation>
    </message>
    <message>
        <source>Look at the last lines for the reason, then try again.</source>
        <translation>Die letzten Zeilen nennen den Grund; danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Making the demo guest from Debian packages</source>
        <translation>Demo-Gast wird aus Debian-Paketen erzeugt</translation>
    </message>
    <message>
        <source>Making it ended well, but there are files missing in %1.</source>
        <translation>Das Erzeugen ist gut ausgegangen, aber in %1 fehlen Dateien.</translation>
    </message>
    <message>
        <source>Create disk %1</source>
        <translation>Disk %1 anlegen</translation>
    </message>
    <message>
        <source>The disk was not made.</source>
        <translation>Die Disk wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>The disk was not copied.</source>
        <translation>Die Disk wurde nicht kopiert.</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Größe von %1 ändern</translation>
    </message>
    <message>
        <source>The disk was not resized.</source>
        <translation>Die Größe der Disk wurde nicht geändert.</translation>
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
        <translation>Ballon</translation>
    </message>
    <message>
        <source>Why there is no balloon</source>
        <translation>Warum es keinen Ballon gibt</translation>
    </message>
    <message>
        <source>Target of the balloon in MiB</source>
        <translation>Ziel des Ballons in MiB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Target of the balloon</source>
        <translation>Ziel des Ballons</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>Zi&amp;el</translation>
    </message>
    <message>
        <source>So much memory the guest is asked to give back to the host. Its driver decides how fast, and whether it can.</source>
        <translation>So viel Speicher soll der Gast dem Host zurückgeben. Wie schnell, und ob es geht, entscheidet sein Treiber.</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>A&amp;cknowledge at the end</source>
        <translation>Am Ende &amp;bestätigen</translation>
    </message>
    <message>
        <source>The engine tells the guest when a run is over, so that it may use the pages again</source>
        <translation>Die Engine teilt dem Gast mit, wenn ein Durchlauf vorbei ist, damit er die Seiten wieder benutzen kann</translation>
    </message>
    <message>
        <source>Start a &amp;run</source>
        <translation>Durchlauf s&amp;tarten</translation>
    </message>
    <message>
        <source>Stop &amp;hinting</source>
        <translation>Hinting st&amp;oppen</translation>
    </message>
    <message>
        <source>Free page hinting</source>
        <translation>Free Page Hinting</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Interval of the statistics</source>
        <translation>Intervall der Statistik</translation>
    </message>
    <message>
        <source>&amp;Statistics every</source>
        <translation>Stat&amp;istik alle</translation>
    </message>
    <message>
        <source>The engine is not known yet.</source>
        <translation>Die Engine ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 Its balloon can be worked while it runs.</source>
        <translation>%1 Ihr Ballon lässt sich bedienen, während sie läuft.</translation>
    </message>
    <message>
        <source>This machine was started without a balloon. Add one under Hardware; it is there from the next start.
%1</source>
        <translation>Diese Maschine wurde ohne Ballon gestartet. Unter „Hardware“ einen hinzufügen; er ist ab dem nächsten Start da.
%1</translation>
    </message>
    <message>
        <source>The engine is being asked about the balloon.</source>
        <translation>Die Engine wird nach dem Ballon gefragt.</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>%1 werden angefordert…</translation>
    </message>
    <message>
        <source>%1 of %2 wanted</source>
        <translation>%1 von gewünschten %2</translation>
    </message>
    <message>
        <source>Not known: the statistics are off. Wanted: %1</source>
        <translation>Nicht bekannt: Die Statistik ist aus. Gewünscht: %1</translation>
    </message>
    <message>
        <source>How often the guest is asked. Statistics cannot be switched off while the machine runs.</source>
        <translation>Wie oft der Gast gefragt wird. Die Statistik kann nicht ausgeschaltet werden, während die Maschine läuft.</translation>
    </message>
    <message>
        <source>This machine was started without statistics, and they cannot be switched on while it runs. Give the balloon an interval (stats_polling_interval_s) under Hardware; it counts from the next start.</source>
        <translation>Diese Maschine wurde ohne Statistik gestartet, und die Statistik kann nicht eingeschaltet werden, während die Maschine läuft. Unter „Hardware“ dem Ballon ein Intervall (stats_polling_interval_s) geben; es gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Run %1 is under way</source>
        <translation>Durchlauf %1 ist im Gange</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>%1; the guest has not answered yet</source>
        <translation>%1; der Gast hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>%1; the guest is at it</source>
        <translation>%1; der Gast ist dabei</translation>
    </message>
    <message>
        <source>host_cmd %1, guest_cmd %2</source>
        <translation>host_cmd %1, guest_cmd %2</translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <translation>Kein Durchlauf ist im Gange.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonForm</name>
    <message>
        <source>Memory balloon</source>
        <translation>Speicherballon</translation>
    </message>
    <message>
        <source>The host can &amp;take memory back from the guest</source>
        <translation>Der Host kann Speicher vom Gast z&amp;urückholen</translation>
    </message>
    <message>
        <source>&amp;Give memory back when the guest runs out</source>
        <translation>Speicher zurückgeben, wenn er dem Gast aus&amp;geht</translation>
    </message>
    <message>
        <source>The guest tells which pages are &amp;free</source>
        <translation>Der Gast meldet, welche &amp;Seiten frei sind</translation>
    </message>
    <message>
        <source>Free pages can be asked for (&amp;hinting)</source>
        <translation>Freie Seiten können &amp;erfragt werden (Hinting)</translation>
    </message>
    <message>
        <source>Target at the start</source>
        <translation>Ziel beim Start</translation>
    </message>
    <message>
        <source>Tar&amp;get at the start</source>
        <translation>&amp;Ziel beim Start</translation>
    </message>
    <message>
        <source>As much as this the guest does without.</source>
        <translation>Auf so viel Speicher verzichtet der Gast.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Sta&amp;tistics every</source>
        <translation>Sta&amp;tistik alle</translation>
    </message>
    <message>
        <source>Statistics that are off at the start cannot be switched on while the machine runs.</source>
        <translation>Eine Statistik, die beim Start aus ist, kann nicht eingeschaltet werden, während die Maschine läuft.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonMonitor</name>
    <message>
        <source>The balloon&apos;s target was not changed.</source>
        <translation>Das Ziel des Ballons wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The interval of the statistics was not changed.</source>
        <translation>Das Intervall der Statistik wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Free page hinting was not started.</source>
        <translation>Free Page Hinting wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>Free page hinting was not stopped.</source>
        <translation>Free Page Hinting wurde nicht gestoppt.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatistics</name>
    <message>
        <source>Swapped in</source>
        <translation>Eingelagert</translation>
    </message>
    <message>
        <source>Memory that came back from swap space</source>
        <translation>Speicher, der aus dem Auslagerungsspeicher (Swap) zurückkam</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>Ausgelagert</translation>
    </message>
    <message>
        <source>Memory that went to swap space</source>
        <translation>Speicher, der in den Auslagerungsspeicher (Swap) ging</translation>
    </message>
    <message>
        <source>Major page faults</source>
        <translation>Schwere Seitenfehler</translation>
    </message>
    <message>
        <source>Page faults that had to read from a disk</source>
        <translation>Seitenfehler, für die von einer Disk gelesen werden musste</translation>
    </message>
    <message>
        <source>Minor page faults</source>
        <translation>Leichte Seitenfehler</translation>
    </message>
    <message>
        <source>Page faults without reading from a disk</source>
        <translation>Seitenfehler ohne Lesen von einer Disk</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>Freier Speicher</translation>
    </message>
    <message>
        <source>Memory that is used for nothing</source>
        <translation>Speicher, der für nichts benutzt wird</translation>
    </message>
    <message>
        <source>Total memory</source>
        <translation>Gesamter Speicher</translation>
    </message>
    <message>
        <source>Memory that the guest has, the balloon taken off</source>
        <translation>Speicher, den der Gast hat, abzüglich des Ballons</translation>
    </message>
    <message>
        <source>Available memory</source>
        <translation>Verfügbarer Speicher</translation>
    </message>
    <message>
        <source>Memory that new programs could have without swapping</source>
        <translation>Speicher, den neue Programme ohne Auslagern bekommen könnten</translation>
    </message>
    <message>
        <source>Disk caches</source>
        <translation>Disk-Caches</translation>
    </message>
    <message>
        <source>Memory that holds file contents and could be given up</source>
        <translation>Speicher, der Dateiinhalte hält und aufgegeben werden könnte</translation>
    </message>
    <message>
        <source>Huge pages handed out</source>
        <translation>Huge Pages vergeben</translation>
    </message>
    <message>
        <source>Allocations of huge pages that succeeded</source>
        <translation>Anforderungen von Huge Pages, die gelungen sind</translation>
    </message>
    <message>
        <source>Huge pages refused</source>
        <translation>Huge Pages verweigert</translation>
    </message>
    <message>
        <source>Allocations of huge pages that failed</source>
        <translation>Anforderungen von Huge Pages, die fehlgeschlagen sind</translation>
    </message>
    <message>
        <source>Killed for lack of memory</source>
        <translation>Aus Speichermangel beendet</translation>
    </message>
    <message>
        <source>Processes that the guest ended because it had no memory</source>
        <translation>Prozesse, die der Gast beendet hat, weil er keinen Speicher hatte</translation>
    </message>
    <message>
        <source>Stalled allocations</source>
        <translation>Wartende Anforderungen</translation>
    </message>
    <message>
        <source>Allocations that had to wait until memory was reclaimed</source>
        <translation>Anforderungen, die warten mussten, bis Speicher zurückgewonnen war</translation>
    </message>
    <message>
        <source>Pages scanned in the background</source>
        <translation>Im Hintergrund durchsuchte Seiten</translation>
    </message>
    <message>
        <source>Pages looked at by the guest&apos;s background reclaim</source>
        <translation>Seiten, die der Gast beim Zurückgewinnen im Hintergrund geprüft hat</translation>
    </message>
    <message>
        <source>Pages scanned while waiting</source>
        <translation>Beim Warten durchsuchte Seiten</translation>
    </message>
    <message>
        <source>Pages looked at while an allocation was waiting</source>
        <translation>Seiten, die geprüft wurden, während eine Anforderung wartete</translation>
    </message>
    <message>
        <source>Pages reclaimed in the background</source>
        <translation>Im Hintergrund zurückgewonnene Seiten</translation>
    </message>
    <message>
        <source>Pages won by the guest&apos;s background reclaim</source>
        <translation>Seiten, die der Gast im Hintergrund zurückgewonnen hat</translation>
    </message>
    <message>
        <source>Pages reclaimed while waiting</source>
        <translation>Beim Warten zurückgewonnene Seiten</translation>
    </message>
    <message>
        <source>Pages won while an allocation was waiting</source>
        <translation>Seiten, die zurückgewonnen wurden, während eine Anforderung wartete</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatisticsView</name>
    <message>
        <source>Memory as the guest sees it</source>
        <translation>Speicher, wie ihn der Gast sieht</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Caches</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s memory</source>
        <translation>Statistik des Gastspeichers</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BootSourceForm</name>
    <message>
        <source>Boot source</source>
        <translation>Boot-Quelle</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>Initiale RAM-Disk</translation>
    </message>
    <message>
        <source>Use the engine&apos;s default argumen&amp;ts</source>
        <translation>S&amp;tandardargumente der Engine verwenden</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Kernel</translation>
    </message>
    <message>
        <source>&amp;Initial RAM disk</source>
        <translation>&amp;Initiale RAM-Disk</translation>
    </message>
    <message>
        <source>&amp;Boot arguments</source>
        <translation>&amp;Boot-Argumente</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ByteSizeField</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Enter a size such as 512 MiB or 1.5 GiB.</source>
        <translation>Eine Größe wie 512 MiB oder 1,5 GiB eingeben.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Eine ganze Zahl eingeben.</translation>
    </message>
    <message>
        <source>The least is %1.</source>
        <translation>Mindestens %1.</translation>
    </message>
    <message>
        <source>The most is %1.</source>
        <translation>Höchstens %1.</translation>
    </message>
    <message>
        <source>Enter a multiple of %1.</source>
        <translation>Ein Vielfaches von %1 eingeben.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ChangeBar</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht angewendete Änderungen</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>An&amp;wenden</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Applies now: %1</source>
        <translation>Gilt sofort: %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>Beim nächsten Start: %1</translation>
    </message>
    <message>
        <source>Cannot be applied yet: %1</source>
        <translation>Noch nicht anwendbar: %1</translation>
    </message>
    <message>
        <source>The changes are being applied.</source>
        <translation>Die Änderungen werden angewendet.</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet…</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneOperation</name>
    <message>
        <source>No machine was made from “%1”.</source>
        <translation>Aus „%1“ wurde keine Maschine angelegt.</translation>
    </message>
    <message>
        <source>Between 1 and %1 machines can be made at once.</source>
        <translation>Auf einmal lassen sich 1 bis %1 Maschinen anlegen.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>Speicher zusammensetzen</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>Die Maschine wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <translation>%1 Klon</translation>
    </message>
    <message>
        <source>Making “%1”</source>
        <translation>„%1“ anlegen</translation>
    </message>
    <message>
        <source>It is being made from a snapshot.</source>
        <translation>Sie wird gerade aus einem Snapshot angelegt.</translation>
    </message>
    <message>
        <source>Starting “%1”</source>
        <translation>„%1“ starten</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>Es wurde keine Maschine angelegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were made before and run.</source>
        <translation>
            <numerusform>%n Maschine wurde vorher angelegt und läuft.</numerusform>
            <numerusform>%n Maschinen wurden vorher angelegt und laufen.</numerusform>
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
        <translation>, </translation>
    </message>
    <message>
        <source>New machine from “%1”</source>
        <translation>Neue Maschine aus „%1“</translation>
    </message>
    <message>
        <source>Start clones of “%1”</source>
        <translation>Klone von „%1“ starten</translation>
    </message>
    <message>
        <source>&amp;Make and start</source>
        <translation>&amp;Anlegen und starten</translation>
    </message>
    <message>
        <source>&amp;Start clones</source>
        <translation>Klone &amp;starten</translation>
    </message>
    <message>
        <source>A machine of its own goes on from where “%1” was taken. It gets an id, network devices and copies of the drives of its own, and the guest is told that it is a clone.</source>
        <translation>Eine eigenständige Maschine läuft von dort weiter, wo „%1“ aufgenommen wurde. Sie bekommt eine eigene ID, eigene Netzwerkgeräte und eigene Kopien der Laufwerke, und dem Gast wird mitgeteilt, dass er ein Klon ist.</translation>
    </message>
    <message>
        <source>Machines of their own go on from where “%1” was taken. Each gets an id, network devices and copies of the drives of its own, and each guest is told that it is a clone.</source>
        <translation>Eigenständige Maschinen laufen von dort weiter, wo „%1“ aufgenommen wurde. Jede bekommt eine eigene ID, eigene Netzwerkgeräte und eigene Kopien der Laufwerke, und jedem Gast wird mitgeteilt, dass er ein Klon ist.</translation>
    </message>
    <message>
        <source>H&amp;ow many</source>
        <translation>&amp;Anzahl</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Na&amp;me of the first</source>
        <translation>Na&amp;me der ersten</translation>
    </message>
    <message>
        <source>The others get a number.</source>
        <translation>Die anderen bekommen eine Nummer.</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>Die Maschine</translation>
    </message>
    <message>
        <source>The machines</source>
        <translation>Die Maschinen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Network devices on this host</source>
        <translation>Netzwerkgeräte auf diesem Host</translation>
    </message>
    <message>
        <source>Names and network devices of the new machines</source>
        <translation>Namen und Netzwerkgeräte der neuen Maschinen</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>Auf diesem Host</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on at once</source>
        <translation>Den Gast sofort &amp;weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Let the guests &amp;go on at once</source>
        <translation>Die Gäste sofort &amp;weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Note which memory the first guest touches first</source>
        <translation>&amp;Merken, welchen Speicher der erste Gast zuerst berührt</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>Spätere Wiederherstellungen dieses Snapshots holen diesen Speicher in großen Schritten und sind schneller.</translation>
    </message>
    <message>
        <source>Processor, engine, files and network devices fit.</source>
        <translation>Prozessor, Engine, Dateien und Netzwerkgeräte passen.</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>Eine Maschine braucht einen Namen.</translation>
    </message>
    <message>
        <source>Looking whether it can be started here…</source>
        <translation>Es wird geprüft, ob das hier gestartet werden kann…</translation>
    </message>
    <message>
        <source>It cannot be started as things are; see what is said above.</source>
        <translation>So lässt sich das nicht starten; siehe oben.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ConsolePage</name>
    <message>
        <source>No machine selected</source>
        <translation>Keine Maschine ausgewählt</translation>
    </message>
    <message>
        <source>Select a machine to see its console.</source>
        <translation>Eine Maschine auswählen, um ihre Konsole zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>Nur &amp;lesen</translation>
    </message>
    <message>
        <source>Sear&amp;ch</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>L&amp;eeren</translation>
    </message>
    <message>
        <source>&amp;Save log…</source>
        <translation>Log &amp;speichern…</translation>
    </message>
    <message>
        <source>The guest does not read its console: what was typed last was not sent. Try again later, or paste less at once.</source>
        <translation>Der Gast liest seine Konsole nicht: Die letzte Eingabe wurde nicht gesendet. Später noch einmal versuchen oder weniger auf einmal einfügen.</translation>
    </message>
    <message>
        <source>Save console log</source>
        <translation>Konsolenlog speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Textdateien (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The console log was not saved.</source>
        <translation>Das Konsolenlog wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly. The Overview says more.</source>
        <translation>Die Maschine wurde unerwartet beendet. Mehr dazu in der Übersicht.</translation>
    </message>
    <message>
        <source>The machine is not running. Its console connects when it starts.</source>
        <translation>Die Maschine läuft nicht. Ihre Konsole wird beim Start verbunden.</translation>
    </message>
    <message>
        <source>Connecting to the console…</source>
        <translation>Verbindung zur Konsole wird hergestellt…</translation>
    </message>
    <message>
        <source>The console is not connected. Trying again; what the guest prints meanwhile is kept by the engine.</source>
        <translation>Die Konsole ist nicht verbunden. Neuer Versuch läuft; was der Gast inzwischen ausgibt, bewahrt die Engine auf.</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Keine Maschine ist ausgewählt.</translation>
    </message>
    <message>
        <source>Save screen and history as text</source>
        <translation>Bildschirm und Verlauf als Text speichern</translation>
    </message>
    <message>
        <source>Empty screen and history; the guest is not told</source>
        <translation>Bildschirm und Verlauf leeren; der Gast erfährt davon nichts</translation>
    </message>
    <message>
        <source>Search screen and history</source>
        <translation>Bildschirm und Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Copy screen and history</source>
        <translation>Bildschirm und Verlauf kopieren</translation>
    </message>
    <message>
        <source>Keep what you type from the guest</source>
        <translation>Tastatureingaben nicht an den Gast senden</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CopyBlock</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
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
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <comment>counters of a group</comment>
        <translation>
            <numerusform>%n mit Fehlern</numerusform>
            <numerusform>%n mit Fehlern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, counts failures</source>
        <comment>counter</comment>
        <translation>%1, zählt Fehler</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what a counter means</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>This is a level, not a count: it has no rate.</source>
        <translation>Dies ist ein Momentanwert, keine Zählung: Er hat keine Rate.</translation>
    </message>
    <message>
        <source>This is 0 in a healthy run.</source>
        <translation>In einem fehlerfreien Lauf ist dieser Wert 0.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CounterText</name>
    <message>
        <source>Times the device could not be activated by the guest&apos;s driver</source>
        <translation>Wie oft der Treiber des Gasts das Gerät nicht aktivieren konnte</translation>
    </message>
    <message>
        <source>Invalid accesses to the device&apos;s configuration space</source>
        <translation>Ungültige Zugriffe auf den Konfigurationsbereich des Geräts</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s events</source>
        <translation>Fehler beim Bearbeiten von Ereignissen des Geräts</translation>
    </message>
    <message>
        <source>Notifications by the guest</source>
        <translation>Benachrichtigungen durch den Gast</translation>
    </message>
    <message>
        <source>Times the rate limiter&apos;s timer has fired</source>
        <translation>Wie oft der Timer des Ratenbegrenzers ausgelöst hat</translation>
    </message>
    <message>
        <source>Requests delayed by the rate limiter</source>
        <translation>Vom Ratenbegrenzer verzögerte Anfragen</translation>
    </message>
    <message>
        <source>Time from the start of the process until the API was ready</source>
        <translation>Zeit vom Start des Prozesses, bis die API bereit war</translation>
    </message>
    <message>
        <source>Processor time used until the API was ready</source>
        <translation>Prozessorzeit, die verbraucht war, bis die API bereit war</translation>
    </message>
    <message>
        <source>Times the guest has handed memory to the balloon</source>
        <translation>Wie oft der Gast dem Ballon Speicher überlassen hat</translation>
    </message>
    <message>
        <source>Times the guest has taken memory back from the balloon</source>
        <translation>Wie oft der Gast Speicher vom Ballon zurückgenommen hat</translation>
    </message>
    <message>
        <source>Statistics received from the guest&apos;s driver</source>
        <translation>Vom Treiber des Gasts empfangene Statistiken</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s driver that could not be read</source>
        <translation>Statistiken des Treibers im Gast, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Ranges of free memory reported by the guest</source>
        <translation>Vom Gast gemeldete Bereiche freien Speichers</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page reporting</source>
        <translation>Byte, die durch Free Page Reporting an den Host zurückgegeben wurden</translation>
    </message>
    <message>
        <source>Reported ranges that could not be given back</source>
        <translation>Gemeldete Bereiche, die nicht zurückgegeben werden konnten</translation>
    </message>
    <message>
        <source>Ranges of free memory hinted by the guest</source>
        <translation>Bereiche freien Speichers aus den Hinweisen (Hinting) des Gasts</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page hinting</source>
        <translation>Byte, die durch Free Page Hinting an den Host zurückgegeben wurden</translation>
    </message>
    <message>
        <source>Hinted ranges that could not be given back</source>
        <translation>Bereiche aus Hinweisen (Hinting), die nicht zurückgegeben werden konnten</translation>
    </message>
    <message>
        <source>Runs over the queue that found no request</source>
        <translation>Durchläufe der Warteschlange, die keine Anfrage fanden</translation>
    </message>
    <message>
        <source>Requests that failed while being carried out</source>
        <translation>Anfragen, die bei der Ausführung fehlgeschlagen sind</translation>
    </message>
    <message>
        <source>Requests of unknown type, or that failed</source>
        <translation>Anfragen unbekannter Art oder fehlgeschlagene</translation>
    </message>
    <message>
        <source>Flushes carried out (none with the cache type Unsafe)</source>
        <translation>Ausgeführte Flushes (keine beim Cache-Typ „Unsicher“)</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives</source>
        <translation>Aktualisierungen durch PATCH /drives</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives that failed</source>
        <translation>Fehlgeschlagene Aktualisierungen durch PATCH /drives</translation>
    </message>
    <message>
        <source>Bytes read by the guest</source>
        <translation>Vom Gast gelesene Byte</translation>
    </message>
    <message>
        <source>Bytes written by the guest</source>
        <translation>Vom Gast geschriebene Byte</translation>
    </message>
    <message>
        <source>Reads that succeeded</source>
        <translation>Gelungene Lesevorgänge</translation>
    </message>
    <message>
        <source>Writes that succeeded</source>
        <translation>Gelungene Schreibvorgänge</translation>
    </message>
    <message>
        <source>Duration of reads</source>
        <translation>Dauer der Lesevorgänge</translation>
    </message>
    <message>
        <source>Duration of writes</source>
        <translation>Dauer der Schreibvorgänge</translation>
    </message>
    <message>
        <source>Requests delayed because the asynchronous I/O queue was full</source>
        <translation>Anfragen, die verzögert wurden, weil die asynchrone I/O-Warteschlange voll war</translation>
    </message>
    <message>
        <source>Requests left in the queue after each run over it, summed up</source>
        <translation>Anfragen, die nach jedem Durchlauf in der Warteschlange blieben, aufsummiert</translation>
    </message>
    <message>
        <source>Requests that used a deprecated field</source>
        <translation>Anfragen, die ein veraltetes Feld benutzt haben</translation>
    </message>
    <message>
        <source>Deprecated command line options used</source>
        <translation>Benutzte veraltete Befehlszeilenoptionen</translation>
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
        <translation>Resets, die nicht ausgelöst werden konnten, und Ähnliches</translation>
    </message>
    <message>
        <source>Reads of unsupported size or register</source>
        <translation>Lesezugriffe mit nicht unterstützter Größe oder nicht unterstütztem Register</translation>
    </message>
    <message>
        <source>Writes of unsupported size or register</source>
        <translation>Schreibzugriffe mit nicht unterstützter Größe oder nicht unterstütztem Register</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>Gelesene Byte</translation>
    </message>
    <message>
        <source>Resets asked for by the guest</source>
        <translation>Vom Gast verlangte Resets</translation>
    </message>
    <message>
        <source>Writes handled</source>
        <translation>Bearbeitete Schreibzugriffe</translation>
    </message>
    <message>
        <source>Interrupts raised by devices</source>
        <translation>Von Geräten ausgelöste Interrupts</translation>
    </message>
    <message>
        <source>Changes of interrupt routing</source>
        <translation>Änderungen am Interrupt-Routing</translation>
    </message>
    <message>
        <source>Lines of the metrics file that were lost</source>
        <translation>Verlorene Zeilen der Metrikdatei</translation>
    </message>
    <message>
        <source>Other errors of the metrics</source>
        <translation>Andere Fehler der Metriken</translation>
    </message>
    <message>
        <source>Log records that were lost</source>
        <translation>Verlorene Logeinträge</translation>
    </message>
    <message>
        <source>Errors of the logger</source>
        <translation>Fehler des Loggers</translation>
    </message>
    <message>
        <source>Log records left out because there were too many</source>
        <translation>Logeinträge, die ausgelassen wurden, weil es zu viele waren</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s queue</source>
        <translation>Fehler beim Bearbeiten der Warteschlange des Geräts</translation>
    </message>
    <message>
        <source>Duration of plugging memory</source>
        <translation>Dauer des Hinzufügens von Speicher</translation>
    </message>
    <message>
        <source>Requests to plug memory</source>
        <translation>Anfragen zum Hinzufügen von Speicher</translation>
    </message>
    <message>
        <source>Bytes plugged</source>
        <translation>Hinzugefügte Byte</translation>
    </message>
    <message>
        <source>Requests to plug memory that failed</source>
        <translation>Fehlgeschlagene Anfragen zum Hinzufügen von Speicher</translation>
    </message>
    <message>
        <source>Duration of unplugging memory</source>
        <translation>Dauer des Entfernens von Speicher</translation>
    </message>
    <message>
        <source>Requests to unplug memory</source>
        <translation>Anfragen zum Entfernen von Speicher</translation>
    </message>
    <message>
        <source>Bytes unplugged</source>
        <translation>Entfernte Byte</translation>
    </message>
    <message>
        <source>Requests to unplug memory that failed</source>
        <translation>Fehlgeschlagene Anfragen zum Entfernen von Speicher</translation>
    </message>
    <message>
        <source>Unplugged memory that could not be given back to the host</source>
        <translation>Entfernter Speicher, der nicht an den Host zurückgegeben werden konnte</translation>
    </message>
    <message>
        <source>Duration of unplugging all memory</source>
        <translation>Dauer des Entfernens des gesamten Speichers</translation>
    </message>
    <message>
        <source>Requests to unplug all memory</source>
        <translation>Anfragen zum Entfernen des gesamten Speichers</translation>
    </message>
    <message>
        <source>Requests to unplug all memory that failed</source>
        <translation>Fehlgeschlagene Anfragen zum Entfernen des gesamten Speichers</translation>
    </message>
    <message>
        <source>Duration of state queries</source>
        <translation>Dauer der Zustandsabfragen</translation>
    </message>
    <message>
        <source>State queries</source>
        <translation>Zustandsabfragen</translation>
    </message>
    <message>
        <source>State queries that failed</source>
        <translation>Fehlgeschlagene Zustandsabfragen</translation>
    </message>
    <message>
        <source>Frames of the guest that were for the metadata service</source>
        <translation>Frames des Gasts, die für den Metadatendienst waren</translation>
    </message>
    <message>
        <source>Such frames that could not be handled</source>
        <translation>Solche Frames, die nicht bearbeitet werden konnten</translation>
    </message>
    <message>
        <source>Unexpected but harmless frames or segments</source>
        <translation>Unerwartete, aber harmlose Frames oder Segmente</translation>
    </message>
    <message>
        <source>Frames that are not valid Ethernet</source>
        <translation>Frames, die kein gültiges Ethernet sind</translation>
    </message>
    <message>
        <source>GET requests with a wrong token</source>
        <translation>GET-Anfragen mit falschem Token</translation>
    </message>
    <message>
        <source>GET requests without a token</source>
        <translation>GET-Anfragen ohne Token</translation>
    </message>
    <message>
        <source>TCP segments received</source>
        <translation>Empfangene TCP-Segmente</translation>
    </message>
    <message>
        <source>Bytes sent to the guest</source>
        <translation>An den Gast gesendete Byte</translation>
    </message>
    <message>
        <source>Packets produced</source>
        <translation>Erzeugte Pakete</translation>
    </message>
    <message>
        <source>Packets that could not be produced</source>
        <translation>Pakete, die nicht erzeugt werden konnten</translation>
    </message>
    <message>
        <source>Frames sent to the guest</source>
        <translation>An den Gast gesendete Frames</translation>
    </message>
    <message>
        <source>TCP connections accepted</source>
        <translation>Angenommene TCP-Verbindungen</translation>
    </message>
    <message>
        <source>TCP connections that have ended</source>
        <translation>Beendete TCP-Verbindungen</translation>
    </message>
    <message>
        <source>Times the guest changed its MAC address</source>
        <translation>Wie oft der Gast seine MAC-Adresse geändert hat</translation>
    </message>
    <message>
        <source>Times the guest had no buffer for a frame</source>
        <translation>Wie oft der Gast keinen Puffer für ein Frame hatte</translation>
    </message>
    <message>
        <source>Runs over the transmit queue that found no frame</source>
        <translation>Durchläufe der Sendewarteschlange, die kein Frame fanden</translation>
    </message>
    <message>
        <source>Notifications by the guest: buffers to receive into</source>
        <translation>Benachrichtigungen durch den Gast: Puffer zum Empfangen</translation>
    </message>
    <message>
        <source>Times the receive limiter&apos;s timer has fired</source>
        <translation>Wie oft der Timer des Empfangsbegrenzers ausgelöst hat</translation>
    </message>
    <message>
        <source>Frames larger than the guest&apos;s buffers</source>
        <translation>Frames, die größer als die Puffer des Gasts sind</translation>
    </message>
    <message>
        <source>Times receiving was delayed by the rate limiter</source>
        <translation>Wie oft der Ratenbegrenzer das Empfangen verzögert hat</translation>
    </message>
    <message>
        <source>Times the TAP interface had something to read</source>
        <translation>Wie oft die TAP-Schnittstelle etwas zu lesen hatte</translation>
    </message>
    <message>
        <source>Bytes delivered to the guest</source>
        <translation>An den Gast gelieferte Byte</translation>
    </message>
    <message>
        <source>Frames delivered to the guest</source>
        <translation>An den Gast gelieferte Frames</translation>
    </message>
    <message>
        <source>Frames that could not be delivered</source>
        <translation>Frames, die nicht geliefert werden konnten</translation>
    </message>
    <message>
        <source>Receive operations that succeeded</source>
        <translation>Gelungene Empfangsvorgänge</translation>
    </message>
    <message>
        <source>Errors reading from the TAP interface</source>
        <translation>Fehler beim Lesen von der TAP-Schnittstelle</translation>
    </message>
    <message>
        <source>Errors writing to the TAP interface</source>
        <translation>Fehler beim Schreiben auf die TAP-Schnittstelle</translation>
    </message>
    <message>
        <source>Duration of writes to the TAP interface</source>
        <translation>Dauer der Schreibvorgänge auf die TAP-Schnittstelle</translation>
    </message>
    <message>
        <source>Bytes taken from the guest</source>
        <translation>Vom Gast angenommene Byte</translation>
    </message>
    <message>
        <source>Frames of the guest with missing or short header or payload</source>
        <translation>Frames des Gasts mit fehlendem oder zu kurzem Header oder Inhalt</translation>
    </message>
    <message>
        <source>Frames that could not be transmitted</source>
        <translation>Frames, die nicht gesendet werden konnten</translation>
    </message>
    <message>
        <source>Writes to the TAP interface that succeeded</source>
        <translation>Gelungene Schreibvorgänge auf die TAP-Schnittstelle</translation>
    </message>
    <message>
        <source>Frames transmitted</source>
        <translation>Gesendete Frames</translation>
    </message>
    <message>
        <source>Frames of the guest that were read in part</source>
        <translation>Frames des Gasts, die nur teilweise gelesen wurden</translation>
    </message>
    <message>
        <source>Notifications by the guest: frames to send</source>
        <translation>Benachrichtigungen durch den Gast: Frames zum Senden</translation>
    </message>
    <message>
        <source>Times the transmit limiter&apos;s timer has fired</source>
        <translation>Wie oft der Timer des Sendebegrenzers ausgelöst hat</translation>
    </message>
    <message>
        <source>Times transmitting was delayed by the rate limiter</source>
        <translation>Wie oft der Ratenbegrenzer das Senden verzögert hat</translation>
    </message>
    <message>
        <source>Frames whose source address is not the interface&apos;s own</source>
        <translation>Frames, deren Absenderadresse nicht die der Schnittstelle ist</translation>
    </message>
    <message>
        <source>Frames left in the queue after each run over it, summed up</source>
        <translation>Frames, die nach jedem Durchlauf in der Warteschlange blieben, aufsummiert</translation>
    </message>
    <message>
        <source>Invalid accesses</source>
        <translation>Ungültige Zugriffe</translation>
    </message>
    <message>
        <source>Invalid reads</source>
        <translation>Ungültige Lesezugriffe</translation>
    </message>
    <message>
        <source>Invalid writes</source>
        <translation>Ungültige Schreibzugriffe</translation>
    </message>
    <message>
        <source>1 after a system call that the filter does not allow</source>
        <translation>1 nach einem Systemaufruf, den der Filter nicht erlaubt</translation>
    </message>
    <message>
        <source>Writes to sockets whose other end was closed (harmless)</source>
        <translation>Schreibvorgänge auf Sockets, deren anderes Ende geschlossen war (harmlos)</translation>
    </message>
    <message>
        <source>Events of devices</source>
        <translation>Ereignisse von Geräten</translation>
    </message>
    <message>
        <source>1 after an internal error that ended the engine</source>
        <translation>1 nach einem internen Fehler, der die Engine beendet hat</translation>
    </message>
    <message>
        <source>Errors of output or interrupts, and lost bytes</source>
        <translation>Fehler bei Ausgabe oder Interrupts und verlorene Byte</translation>
    </message>
    <message>
        <source>Flushes of the output</source>
        <translation>Flushes der Ausgabe</translation>
    </message>
    <message>
        <source>Reads of wrong size or offset</source>
        <translation>Lesezugriffe mit falscher Größe oder falschem Offset</translation>
    </message>
    <message>
        <source>Writes of wrong size or offset, and output that was dropped</source>
        <translation>Schreibzugriffe mit falscher Größe oder falschem Offset und verworfene Ausgabe</translation>
    </message>
    <message>
        <source>Bytes that the guest read</source>
        <translation>Byte, die der Gast gelesen hat</translation>
    </message>
    <message>
        <source>Bytes that the guest wrote</source>
        <translation>Byte, die der Gast geschrieben hat</translation>
    </message>
    <message>
        <source>Bytes of output dropped by the rate limiter</source>
        <translation>Byte der Ausgabe, die der Ratenbegrenzer verworfen hat</translation>
    </message>
    <message>
        <source>Reads from I/O ports</source>
        <translation>Lesezugriffe auf I/O-Ports</translation>
    </message>
    <message>
        <source>Writes to I/O ports</source>
        <translation>Schreibzugriffe auf I/O-Ports</translation>
    </message>
    <message>
        <source>Reads from device memory</source>
        <translation>Lesezugriffe auf Gerätespeicher</translation>
    </message>
    <message>
        <source>Writes to device memory</source>
        <translation>Schreibzugriffe auf Gerätespeicher</translation>
    </message>
    <message>
        <source>Exits that are fatal or unknown</source>
        <translation>Exits, die fatal oder unbekannt sind</translation>
    </message>
    <message>
        <source>Times the guest could not be told that it was paused</source>
        <translation>Wie oft dem Gast nicht mitgeteilt werden konnte, dass er angehalten war</translation>
    </message>
    <message>
        <source>Time taken for reads from I/O ports</source>
        <translation>Zeit für Lesezugriffe auf I/O-Ports</translation>
    </message>
    <message>
        <source>Time taken for writes to I/O ports</source>
        <translation>Zeit für Schreibzugriffe auf I/O-Ports</translation>
    </message>
    <message>
        <source>Time taken for reads from device memory</source>
        <translation>Zeit für Lesezugriffe auf Gerätespeicher</translation>
    </message>
    <message>
        <source>Time taken for writes to device memory</source>
        <translation>Zeit für Schreibzugriffe auf Gerätespeicher</translation>
    </message>
    <message>
        <source>Time for connecting and agreeing with the backend</source>
        <translation>Zeit für Verbindung und Abstimmung mit dem Backend</translation>
    </message>
    <message>
        <source>Time for activating the device</source>
        <translation>Zeit für das Aktivieren des Geräts</translation>
    </message>
    <message>
        <source>Time of the last change of the configuration</source>
        <translation>Zeit der letzten Änderung der Konfiguration</translation>
    </message>
    <message>
        <source>Errors while handling the receive queue</source>
        <translation>Fehler beim Bearbeiten der Empfangswarteschlange</translation>
    </message>
    <message>
        <source>Errors while handling the transmit queue</source>
        <translation>Fehler beim Bearbeiten der Sendewarteschlange</translation>
    </message>
    <message>
        <source>Errors while handling the event queue</source>
        <translation>Fehler beim Bearbeiten der Ereigniswarteschlange</translation>
    </message>
    <message>
        <source>Errors while accepting connections on the host</source>
        <translation>Fehler beim Annehmen von Verbindungen auf dem Host</translation>
    </message>
    <message>
        <source>Errors of connections</source>
        <translation>Fehler von Verbindungen</translation>
    </message>
    <message>
        <source>Notifications by the guest: packets to send</source>
        <translation>Benachrichtigungen durch den Gast: Pakete zum Senden</translation>
    </message>
    <message>
        <source>Bytes from the host to the guest</source>
        <translation>Byte vom Host zum Gast</translation>
    </message>
    <message>
        <source>Bytes from the guest to the host</source>
        <translation>Byte vom Gast zum Host</translation>
    </message>
    <message>
        <source>Packets from the host to the guest</source>
        <translation>Pakete vom Host zum Gast</translation>
    </message>
    <message>
        <source>Packets from the guest to the host</source>
        <translation>Pakete vom Gast zum Host</translation>
    </message>
    <message>
        <source>Connections that began</source>
        <translation>Begonnene Verbindungen</translation>
    </message>
    <message>
        <source>Connections that were cut</source>
        <translation>Getrennte Verbindungen</translation>
    </message>
    <message>
        <source>Connections that have ended</source>
        <translation>Beendete Verbindungen</translation>
    </message>
    <message>
        <source>Times the list of connections to be cut was built anew</source>
        <translation>Wie oft die Liste der zu trennenden Verbindungen neu aufgebaut wurde</translation>
    </message>
    <message>
        <source>Data that could not be passed on to a socket of the host</source>
        <translation>Daten, die nicht an einen Socket des Hosts weitergegeben werden konnten</translation>
    </message>
    <message>
        <source>Errors writing to sockets of the host</source>
        <translation>Fehler beim Schreiben auf Sockets des Hosts</translation>
    </message>
    <message>
        <source>Errors reading from sockets of the host</source>
        <translation>Fehler beim Lesen von Sockets des Hosts</translation>
    </message>
    <message>
        <source>Requests that failed</source>
        <translation>Fehlgeschlagene Anfragen</translation>
    </message>
    <message>
        <source>Requests handled</source>
        <translation>Bearbeitete Anfragen</translation>
    </message>
    <message>
        <source>Random bytes given to the guest</source>
        <translation>Dem Gast gegebene Zufallsbyte</translation>
    </message>
    <message>
        <source>Errors of the host&apos;s random number generator</source>
        <translation>Fehler des Zufallszahlengenerators des Hosts</translation>
    </message>
    <message>
        <source>Requests %1 %2</source>
        <translation>Anfragen %1 %2</translation>
    </message>
    <message>
        <source>Requests %1 %2 refused because of their form</source>
        <translation>Anfragen %1 %2, wegen ihrer Form abgelehnt</translation>
    </message>
    <message>
        <source>%1: the shortest since the start</source>
        <translation>%1: kürzeste seit dem Start</translation>
    </message>
    <message>
        <source>%1: the longest since the start</source>
        <translation>%1: längste seit dem Start</translation>
    </message>
    <message>
        <source>%1: all of them added up</source>
        <translation>%1: alle zusammengezählt</translation>
    </message>
    <message>
        <source>%1: the average since the sample before, as computed here</source>
        <translation>%1: Durchschnitt seit dem vorigen Messwert, hier berechnet</translation>
    </message>
    <message>
        <source>Duration of the last such action inside the engine; 0: none yet</source>
        <translation>Dauer der letzten solchen Aktion in der Engine; 0: noch keine</translation>
    </message>
    <message>
        <source>Duration of the last such request; 0: none yet</source>
        <translation>Dauer der letzten solchen Anfrage; 0: noch keine</translation>
    </message>
    <message>
        <source>1 after the engine was ended by this signal</source>
        <translation>1, nachdem die Engine durch dieses Signal beendet wurde</translation>
    </message>
    <message>
        <source>Vhost-user drive %1</source>
        <translation>Vhost-user-Laufwerk %1</translation>
    </message>
    <message>
        <source>All vhost-user drives</source>
        <translation>Alle Vhost-user-Laufwerke</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>Laufwerk %1</translation>
    </message>
    <message>
        <source>All drives</source>
        <translation>Alle Laufwerke</translation>
    </message>
    <message>
        <source>Network interface %1</source>
        <translation>Netzwerkschnittstelle %1</translation>
    </message>
    <message>
        <source>All network interfaces</source>
        <translation>Alle Netzwerkschnittstellen</translation>
    </message>
    <message>
        <source>Persistent memory %1</source>
        <translation>Persistenter Speicher %1</translation>
    </message>
    <message>
        <source>All persistent memory</source>
        <translation>Gesamter persistenter Speicher</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>Ballon</translation>
    </message>
    <message>
        <source>Deprecated API calls</source>
        <translation>Veraltete API-Aufrufe</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>Entropiegerät</translation>
    </message>
    <message>
        <source>API: GET requests</source>
        <translation>API: GET-Anfragen</translation>
    </message>
    <message>
        <source>Keyboard controller (reset)</source>
        <translation>Tastaturcontroller (Reset)</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>Interrupts</translation>
    </message>
    <message>
        <source>Duration of API actions</source>
        <translation>Dauer der API-Aktionen</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>Logger</translation>
    </message>
    <message>
        <source>Memory hotplug</source>
        <translation>Speicher-Hotplug</translation>
    </message>
    <message>
        <source>Metadata service (MMDS)</source>
        <translation>Metadatendienst (MMDS)</translation>
    </message>
    <message>
        <source>API: PATCH requests</source>
        <translation>API: PATCH-Anfragen</translation>
    </message>
    <message>
        <source>API: PUT requests</source>
        <translation>API: PUT-Anfragen</translation>
    </message>
    <message>
        <source>Real-time clock</source>
        <translation>Echtzeituhr</translation>
    </message>
    <message>
        <source>System call filter</source>
        <translation>Systemaufruffilter</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CountersView</name>
    <message>
        <source>Filter counters</source>
        <translation>Zähler filtern</translation>
    </message>
    <message>
        <source>Filter counters by name or meaning</source>
        <translation>Zähler nach Name oder Bedeutung filtern</translation>
    </message>
    <message>
        <source>&amp;Failures only</source>
        <translation>Nur &amp;Fehler</translation>
    </message>
    <message>
        <source>Counters that are 0 in a healthy run, and are not now</source>
        <translation>Zähler, die in einem fehlerfreien Lauf 0 sind und es jetzt nicht sind</translation>
    </message>
    <message>
        <source>Untick a&amp;ll</source>
        <translation>Alle Häkchen &amp;entfernen</translation>
    </message>
    <message>
        <source>Plot &amp;ticked</source>
        <translation>Angehakte ze&amp;ichnen</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Tick counters first.</source>
        <translation>Zuerst Zähler anhaken.</translation>
    </message>
    <message>
        <source>Draw the ticked counters under “Plots”</source>
        <translation>Die angehakten Zähler unter „Diagramme“ zeichnen</translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) shown</source>
        <translation>
            <numerusform>%n Zähler gezeigt</numerusform>
            <numerusform>%n Zähler gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <comment>counters</comment>
        <translation>
            <numerusform>%n angehakt</numerusform>
            <numerusform>%n angehakt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counting failures</source>
        <comment>counters</comment>
        <translation>
            <numerusform>%n zählt Fehler</numerusform>
            <numerusform>%n zählen Fehler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuEditorCard</name>
    <message>
        <source>CPU templates (*.json);;All files (*)</source>
        <translation>CPU-Vorlagen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Custom template</source>
        <translation>Eigene Vorlage</translation>
    </message>
    <message>
        <source>Of each bit: 0 takes it away, 1 sets it, x leaves it as on the host; the highest comes first.</source>
        <translation>Für jedes Bit: 0 nimmt es weg, 1 setzt es, x lässt es wie auf dem Host; das höchste steht vorn.</translation>
    </message>
    <message>
        <source>Custom template (JSON)</source>
        <translation>Eigene Vorlage (JSON)</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>&amp;Beginnen mit</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formatieren</translation>
    </message>
    <message>
        <source>&amp;Go to the mistake</source>
        <translation>&amp;Zum Fehler</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mportieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>a template is needed, at least { }</source>
        <translation>eine Vorlage wird gebraucht, wenigstens { }</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>mistakes</comment>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Puts each change on a line</source>
        <translation>Setzt jede Änderung auf eine Zeile</translation>
    </message>
    <message>
        <source>Writes the template to a file</source>
        <translation>Schreibt die Vorlage in eine Datei</translation>
    </message>
    <message>
        <source>Import a CPU template</source>
        <translation>CPU-Vorlage importieren</translation>
    </message>
    <message>
        <source>Export the CPU template</source>
        <translation>CPU-Vorlage exportieren</translation>
    </message>
    <message>
        <source>%1 was not imported. It is far larger than any template.</source>
        <translation>%1 wurde nicht importiert. Die Datei ist viel größer als jede Vorlage.</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>%1 wurde nicht importiert. %2</translation>
    </message>
    <message>
        <source>The template was written to %1.</source>
        <translation>Die Vorlage wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The template was not exported. %1</source>
        <translation>Die Vorlage wurde nicht exportiert. %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureMeaning</name>
    <message>
        <source>SSE3 instructions</source>
        <translation>SSE3-Befehle</translation>
    </message>
    <message>
        <source>Carry-less multiplication</source>
        <translation>Multiplikation ohne Übertrag</translation>
    </message>
    <message>
        <source>64-bit debug store</source>
        <translation>Debug-Speicher mit 64 Bit</translation>
    </message>
    <message>
        <source>MONITOR and MWAIT</source>
        <translation>MONITOR und MWAIT</translation>
    </message>
    <message>
        <source>Debug store by privilege level</source>
        <translation>Debug-Speicher je nach Privilegstufe</translation>
    </message>
    <message>
        <source>Intel virtualisation (VMX)</source>
        <translation>Virtualisierung von Intel (VMX)</translation>
    </message>
    <message>
        <source>Safer mode extensions</source>
        <translation>Erweiterungen für einen sichereren Modus (SMX)</translation>
    </message>
    <message>
        <source>Enhanced SpeedStep</source>
        <translation>Enhanced SpeedStep</translation>
    </message>
    <message>
        <source>Thermal monitor 2</source>
        <translation>Temperaturüberwachung 2</translation>
    </message>
    <message>
        <source>Supplemental SSE3 instructions</source>
        <translation>Ergänzende SSE3-Befehle</translation>
    </message>
    <message>
        <source>L1 context id</source>
        <translation>Kontextkennung des L1-Caches</translation>
    </message>
    <message>
        <source>Silicon debug interface</source>
        <translation>Debug-Schnittstelle des Siliziums</translation>
    </message>
    <message>
        <source>Fused multiply-add</source>
        <translation>Multiplizieren und Addieren in einem Schritt (FMA)</translation>
    </message>
    <message>
        <source>CMPXCHG16B</source>
        <translation>CMPXCHG16B</translation>
    </message>
    <message>
        <source>Task priority messages can be disabled</source>
        <translation>Nachrichten zur Task-Priorität lassen sich abschalten</translation>
    </message>
    <message>
        <source>Performance capabilities MSR</source>
        <translation>MSR zu den Fähigkeiten der Leistungsmessung</translation>
    </message>
    <message>
        <source>Process context identifiers</source>
        <translation>Kennungen für Prozesskontexte (PCID)</translation>
    </message>
    <message>
        <source>Direct cache access</source>
        <translation>Direkter Cache-Zugriff</translation>
    </message>
    <message>
        <source>SSE4.1 instructions</source>
        <translation>SSE4.1-Befehle</translation>
    </message>
    <message>
        <source>SSE4.2 instructions</source>
        <translation>SSE4.2-Befehle</translation>
    </message>
    <message>
        <source>Extended xAPIC</source>
        <translation>Erweiterter xAPIC</translation>
    </message>
    <message>
        <source>MOVBE: loads and stores in the other byte order</source>
        <translation>MOVBE: lädt und speichert in der anderen Bytereihenfolge</translation>
    </message>
    <message>
        <source>POPCNT: counts bits</source>
        <translation>POPCNT: zählt Bits</translation>
    </message>
    <message>
        <source>Local APIC timer by TSC deadline</source>
        <translation>Timer des lokalen APIC mit TSC-Frist</translation>
    </message>
    <message>
        <source>AES instructions</source>
        <translation>AES-Befehle</translation>
    </message>
    <message>
        <source>XSAVE and XRSTOR</source>
        <translation>XSAVE und XRSTOR</translation>
    </message>
    <message>
        <source>XSAVE switched on by the operating system</source>
        <translation>XSAVE vom Betriebssystem eingeschaltet</translation>
    </message>
    <message>
        <source>Advanced vector extensions</source>
        <translation>Vektorerweiterungen (AVX)</translation>
    </message>
    <message>
        <source>Conversions of 16-bit floating point</source>
        <translation>Umwandlung von 16-Bit-Gleitkommazahlen</translation>
    </message>
    <message>
        <source>RDRAND: random numbers</source>
        <translation>RDRAND: Zufallszahlen</translation>
    </message>
    <message>
        <source>Runs under a hypervisor</source>
        <translation>Läuft unter einem Hypervisor</translation>
    </message>
    <message>
        <source>Floating-point unit</source>
        <translation>Gleitkommaeinheit</translation>
    </message>
    <message>
        <source>Virtual 8086 mode extensions</source>
        <translation>Erweiterungen des virtuellen 8086-Modus</translation>
    </message>
    <message>
        <source>Debugging extensions</source>
        <translation>Erweiterungen für das Debuggen</translation>
    </message>
    <message>
        <source>4 MiB pages</source>
        <translation>Seiten von 4 MiB</translation>
    </message>
    <message>
        <source>Time stamp counter</source>
        <translation>Zeitstempelzähler (TSC)</translation>
    </message>
    <message>
        <source>Model-specific registers</source>
        <translation>Modellspezifische Register (MSR)</translation>
    </message>
    <message>
        <source>Physical address extension</source>
        <translation>Erweiterung physischer Adressen (PAE)</translation>
    </message>
    <message>
        <source>Machine check exception</source>
        <translation>Machine-Check-Ausnahme</translation>
    </message>
    <message>
        <source>CMPXCHG8B</source>
        <translation>CMPXCHG8B</translation>
    </message>
    <message>
        <source>Local APIC switched on</source>
        <translation>Lokaler APIC eingeschaltet</translation>
    </message>
    <message>
        <source>SYSENTER and SYSEXIT</source>
        <translation>SYSENTER und SYSEXIT</translation>
    </message>
    <message>
        <source>Memory type range registers</source>
        <translation>Register für Speichertypen von Bereichen (MTRR)</translation>
    </message>
    <message>
        <source>Global pages</source>
        <translation>Globale Seiten</translation>
    </message>
    <message>
        <source>Machine check architecture</source>
        <translation>Machine-Check-Architektur</translation>
    </message>
    <message>
        <source>Conditional moves</source>
        <translation>Bedingtes Kopieren (CMOV)</translation>
    </message>
    <message>
        <source>Page attribute table</source>
        <translation>Tabelle der Seitenattribute (PAT)</translation>
    </message>
    <message>
        <source>36-bit addresses of 4 MiB pages</source>
        <translation>Adressen mit 36 Bit für Seiten von 4 MiB</translation>
    </message>
    <message>
        <source>Processor serial number</source>
        <translation>Seriennummer des Prozessors</translation>
    </message>
    <message>
        <source>CLFLUSH: flushes a cache line</source>
        <translation>CLFLUSH: leert eine Cache-Zeile</translation>
    </message>
    <message>
        <source>Debug store</source>
        <translation>Debug-Speicher</translation>
    </message>
    <message>
        <source>Thermal monitor by MSR</source>
        <translation>Temperaturüberwachung über MSR</translation>
    </message>
    <message>
        <source>MMX instructions</source>
        <translation>MMX-Befehle</translation>
    </message>
    <message>
        <source>FXSAVE and FXRSTOR</source>
        <translation>FXSAVE und FXRSTOR</translation>
    </message>
    <message>
        <source>SSE instructions</source>
        <translation>SSE-Befehle</translation>
    </message>
    <message>
        <source>SSE2 instructions</source>
        <translation>SSE2-Befehle</translation>
    </message>
    <message>
        <source>Self-snoop</source>
        <translation>Self-Snoop: beobachtet den eigenen Cache</translation>
    </message>
    <message>
        <source>More than one logical processor</source>
        <translation>Mehr als ein logischer Prozessor</translation>
    </message>
    <message>
        <source>Thermal monitor</source>
        <translation>Temperaturüberwachung</translation>
    </message>
    <message>
        <source>Itanium processor emulating x86</source>
        <translation>Itanium-Prozessor, der x86 nachbildet</translation>
    </message>
    <message>
        <source>Pending break enable</source>
        <translation>Signal bei anstehender Unterbrechung (PBE)</translation>
    </message>
    <message>
        <source>Digital thermal sensor</source>
        <translation>Digitaler Temperatursensor</translation>
    </message>
    <message>
        <source>Turbo boost</source>
        <translation>Turbo Boost</translation>
    </message>
    <message>
        <source>Local APIC timer runs in deep sleep states</source>
        <translation>Timer des lokalen APIC läuft auch im Tiefschlaf</translation>
    </message>
    <message>
        <source>Power limit notification</source>
        <translation>Meldung, dass die Leistungsgrenze erreicht ist</translation>
    </message>
    <message>
        <source>Clock modulation in fine steps</source>
        <translation>Taktmodulation in feinen Stufen</translation>
    </message>
    <message>
        <source>Package thermal status</source>
        <translation>Temperaturzustand des ganzen Prozessors</translation>
    </message>
    <message>
        <source>Hardware-controlled performance states</source>
        <translation>Leistungsstufen, die die Hardware regelt (HWP)</translation>
    </message>
    <message>
        <source>Notifications of hardware-controlled performance</source>
        <translation>Meldungen der Leistungsregelung durch die Hardware</translation>
    </message>
    <message>
        <source>Activity window of hardware-controlled performance</source>
        <translation>Beobachtungszeit der Leistungsregelung durch die Hardware</translation>
    </message>
    <message>
        <source>Energy preference of hardware-controlled performance</source>
        <translation>Energievorliebe der Leistungsregelung durch die Hardware</translation>
    </message>
    <message>
        <source>Package-wide hardware-controlled performance</source>
        <translation>Leistungsregelung durch die Hardware für den ganzen Prozessor</translation>
    </message>
    <message>
        <source>Hardware feedback interface</source>
        <translation>Rückmeldungen der Hardware (HFI)</translation>
    </message>
    <message>
        <source>Counters of the effective frequency</source>
        <translation>Zähler für den tatsächlichen Takt</translation>
    </message>
    <message>
        <source>Energy and performance bias</source>
        <translation>Gewichtung von Energie und Leistung</translation>
    </message>
    <message>
        <source>Instructions for the FS and GS base</source>
        <translation>Befehle für die Basis von FS und GS</translation>
    </message>
    <message>
        <source>TSC adjustment MSR</source>
        <translation>MSR zum Verstellen des TSC</translation>
    </message>
    <message>
        <source>Software guard extensions</source>
        <translation>Geschützte Enklaven (SGX)</translation>
    </message>
    <message>
        <source>Bit manipulation, first group</source>
        <translation>Bitbefehle, erste Gruppe (BMI1)</translation>
    </message>
    <message>
        <source>Hardware lock elision</source>
        <translation>Auslassen von Sperren durch die Hardware (HLE)</translation>
    </message>
    <message>
        <source>Advanced vector extensions 2</source>
        <translation>Vektorerweiterungen 2 (AVX2)</translation>
    </message>
    <message>
        <source>x87 data pointer updated on exceptions only</source>
        <translation>x87-Datenzeiger nur bei Ausnahmen aktualisiert</translation>
    </message>
    <message>
        <source>Supervisor mode execution prevention</source>
        <translation>Kernel führt keinen Code von Benutzerseiten aus (SMEP)</translation>
    </message>
    <message>
        <source>Bit manipulation, second group</source>
        <translation>Bitbefehle, zweite Gruppe (BMI2)</translation>
    </message>
    <message>
        <source>Enhanced REP MOVSB and STOSB</source>
        <translation>Beschleunigtes REP MOVSB und STOSB</translation>
    </message>
    <message>
        <source>INVPCID: invalidates by process context</source>
        <translation>INVPCID: verwirft je nach Prozesskontext</translation>
    </message>
    <message>
        <source>Restricted transactional memory</source>
        <translation>Transaktionaler Speicher (RTM)</translation>
    </message>
    <message>
        <source>Cache quality of service monitoring</source>
        <translation>Überwachung der Dienstgüte des Caches</translation>
    </message>
    <message>
        <source>x87 code and data selectors deprecated</source>
        <translation>x87-Selektoren für Code und Daten entfallen</translation>
    </message>
    <message>
        <source>Memory protection extensions</source>
        <translation>Erweiterungen zum Speicherschutz (MPX)</translation>
    </message>
    <message>
        <source>Resource director: allocation</source>
        <translation>Resource Director: Zuteilung</translation>
    </message>
    <message>
        <source>AVX-512 foundation</source>
        <translation>AVX-512, Grundlage</translation>
    </message>
    <message>
        <source>AVX-512 doubleword and quadword</source>
        <translation>AVX-512, Doppel- und Vierfachwörter</translation>
    </message>
    <message>
        <source>RDSEED: seeds for random numbers</source>
        <translation>RDSEED: Startwerte für Zufallszahlen</translation>
    </message>
    <message>
        <source>ADCX and ADOX: additions with two carries</source>
        <translation>ADCX und ADOX: Additionen mit zwei Überträgen</translation>
    </message>
    <message>
        <source>Supervisor mode access prevention</source>
        <translation>Kernel greift nicht auf Benutzerseiten zu (SMAP)</translation>
    </message>
    <message>
        <source>AVX-512 integer fused multiply-add</source>
        <translation>AVX-512, Multiplizieren und Addieren ganzer Zahlen</translation>
    </message>
    <message>
        <source>CLFLUSHOPT: flushes without ordering</source>
        <translation>CLFLUSHOPT: leert Cache-Zeilen ohne feste Reihenfolge</translation>
    </message>
    <message>
        <source>CLWB: writes a cache line back</source>
        <translation>CLWB: schreibt eine Cache-Zeile zurück</translation>
    </message>
    <message>
        <source>Processor trace</source>
        <translation>Aufzeichnung des Programmablaufs (Processor Trace)</translation>
    </message>
    <message>
        <source>AVX-512 prefetch</source>
        <translation>AVX-512, Vorausladen</translation>
    </message>
    <message>
        <source>AVX-512 exponential and reciprocal</source>
        <translation>AVX-512, Exponentialfunktion und Kehrwert</translation>
    </message>
    <message>
        <source>AVX-512 conflict detection</source>
        <translation>AVX-512, Erkennen von Konflikten</translation>
    </message>
    <message>
        <source>SHA-1 and SHA-256 instructions</source>
        <translation>SHA-1- und SHA-256-Befehle</translation>
    </message>
    <message>
        <source>AVX-512 byte and word</source>
        <translation>AVX-512, Bytes und Wörter</translation>
    </message>
    <message>
        <source>AVX-512 shorter vectors</source>
        <translation>AVX-512, kürzere Vektoren</translation>
    </message>
    <message>
        <source>PREFETCHWT1</source>
        <translation>PREFETCHWT1</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation</source>
        <translation>AVX-512, Umordnen von Bytes</translation>
    </message>
    <message>
        <source>User mode instruction prevention</source>
        <translation>Sperre privilegierter Befehle für Programme (UMIP)</translation>
    </message>
    <message>
        <source>Protection keys for user pages</source>
        <translation>Schutzschlüssel für Benutzerseiten</translation>
    </message>
    <message>
        <source>Protection keys switched on by the operating system</source>
        <translation>Schutzschlüssel vom Betriebssystem eingeschaltet</translation>
    </message>
    <message>
        <source>TPAUSE, UMONITOR and UMWAIT</source>
        <translation>TPAUSE, UMONITOR und UMWAIT</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation 2</source>
        <translation>AVX-512, Umordnen von Bytes 2</translation>
    </message>
    <message>
        <source>Shadow stacks</source>
        <translation>Schattenstapel</translation>
    </message>
    <message>
        <source>Galois field instructions</source>
        <translation>Befehle für Galois-Körper</translation>
    </message>
    <message>
        <source>AES on vectors</source>
        <translation>AES auf Vektoren</translation>
    </message>
    <message>
        <source>Carry-less multiplication on vectors</source>
        <translation>Multiplikation ohne Übertrag auf Vektoren</translation>
    </message>
    <message>
        <source>AVX-512 neural network instructions</source>
        <translation>AVX-512, Befehle für neuronale Netze</translation>
    </message>
    <message>
        <source>AVX-512 bit algorithms</source>
        <translation>AVX-512, Bitalgorithmen</translation>
    </message>
    <message>
        <source>Total memory encryption</source>
        <translation>Verschlüsselung des ganzen Speichers</translation>
    </message>
    <message>
        <source>AVX-512 bit counts</source>
        <translation>AVX-512, Zählen von Bits</translation>
    </message>
    <message>
        <source>Five-level page tables</source>
        <translation>Seitentabellen mit fünf Stufen</translation>
    </message>
    <message>
        <source>RDPID: number of the processor</source>
        <translation>RDPID: Nummer des Prozessors</translation>
    </message>
    <message>
        <source>Key locker</source>
        <translation>Verwahrung von Schlüsseln (Key Locker)</translation>
    </message>
    <message>
        <source>Debug exception on bus locks</source>
        <translation>Debug-Ausnahme bei Bussperren</translation>
    </message>
    <message>
        <source>CLDEMOTE: moves a cache line outwards</source>
        <translation>CLDEMOTE: schiebt eine Cache-Zeile nach außen</translation>
    </message>
    <message>
        <source>MOVDIRI: direct stores</source>
        <translation>MOVDIRI: direktes Speichern</translation>
    </message>
    <message>
        <source>MOVDIR64B: direct stores of 64 bytes</source>
        <translation>MOVDIR64B: direktes Speichern von 64 Bytes</translation>
    </message>
    <message>
        <source>ENQCMD: enqueues commands to devices</source>
        <translation>ENQCMD: reiht Aufträge an Geräte ein</translation>
    </message>
    <message>
        <source>SGX launch control</source>
        <translation>Startkontrolle für SGX</translation>
    </message>
    <message>
        <source>Protection keys for supervisor pages</source>
        <translation>Schutzschlüssel für Kernelseiten</translation>
    </message>
    <message>
        <source>SGX attestation services</source>
        <translation>Beglaubigungsdienste für SGX</translation>
    </message>
    <message>
        <source>AVX-512 neural network, four iterations</source>
        <translation>AVX-512, neuronale Netze, vier Durchläufe</translation>
    </message>
    <message>
        <source>AVX-512 multiply-add, four iterations</source>
        <translation>AVX-512, Multiplizieren und Addieren, vier Durchläufe</translation>
    </message>
    <message>
        <source>Fast short REP MOVSB</source>
        <translation>Schnelles kurzes REP MOVSB</translation>
    </message>
    <message>
        <source>User interrupts</source>
        <translation>Interrupts für Programme</translation>
    </message>
    <message>
        <source>AVX-512 intersections</source>
        <translation>AVX-512, Schnittmengen</translation>
    </message>
    <message>
        <source>Control of the SRBDS mitigation</source>
        <translation>Steuerung der Gegenmaßnahme zu SRBDS</translation>
    </message>
    <message>
        <source>VERW clears processor buffers</source>
        <translation>VERW leert Puffer des Prozessors</translation>
    </message>
    <message>
        <source>RTM transactions always abort</source>
        <translation>RTM-Transaktionen brechen immer ab</translation>
    </message>
    <message>
        <source>RTM can be forced to abort</source>
        <translation>RTM kann zum Abbruch gezwungen werden</translation>
    </message>
    <message>
        <source>SERIALIZE</source>
        <translation>SERIALIZE</translation>
    </message>
    <message>
        <source>Cores of different kinds</source>
        <translation>Kerne verschiedener Art</translation>
    </message>
    <message>
        <source>TSX load tracking can be suspended</source>
        <translation>Verfolgung von Ladezugriffen in TSX kann ausgesetzt werden</translation>
    </message>
    <message>
        <source>PCONFIG: platform configuration</source>
        <translation>PCONFIG: Einstellung der Plattform</translation>
    </message>
    <message>
        <source>Architectural last branch records</source>
        <translation>Aufzeichnung der letzten Sprünge (architekturell)</translation>
    </message>
    <message>
        <source>Indirect branch tracking</source>
        <translation>Überwachung indirekter Sprünge (IBT)</translation>
    </message>
    <message>
        <source>AMX: bfloat16</source>
        <translation>AMX: bfloat16</translation>
    </message>
    <message>
        <source>AVX-512 16-bit floating point</source>
        <translation>AVX-512, Gleitkommazahlen mit 16 Bit</translation>
    </message>
    <message>
        <source>AMX: tiles</source>
        <translation>AMX: Kacheln</translation>
    </message>
    <message>
        <source>AMX: 8-bit integers</source>
        <translation>AMX: ganze Zahlen mit 8 Bit</translation>
    </message>
    <message>
        <source>IBRS and IBPB: control of indirect branches</source>
        <translation>IBRS und IBPB: Steuerung indirekter Sprünge</translation>
    </message>
    <message>
        <source>Single thread indirect branch predictors</source>
        <translation>Vorhersage indirekter Sprünge je Thread (STIBP)</translation>
    </message>
    <message>
        <source>L1 data cache flush</source>
        <translation>Leeren des L1-Datencaches</translation>
    </message>
    <message>
        <source>IA32_ARCH_CAPABILITIES: tells of mitigations</source>
        <translation>IA32_ARCH_CAPABILITIES: nennt Gegenmaßnahmen</translation>
    </message>
    <message>
        <source>IA32_CORE_CAPABILITIES</source>
        <translation>IA32_CORE_CAPABILITIES</translation>
    </message>
    <message>
        <source>Speculative store bypass disable</source>
        <translation>Abschalten des spekulativen Überholens von Speicherzugriffen (SSBD)</translation>
    </message>
    <message>
        <source>SHA-512 instructions</source>
        <translation>SHA-512-Befehle</translation>
    </message>
    <message>
        <source>SM3 instructions</source>
        <translation>SM3-Befehle</translation>
    </message>
    <message>
        <source>SM4 instructions</source>
        <translation>SM4-Befehle</translation>
    </message>
    <message>
        <source>Remote atomic operations on integers</source>
        <translation>Entfernte atomare Operationen auf ganzen Zahlen</translation>
    </message>
    <message>
        <source>AVX neural network instructions</source>
        <translation>AVX, Befehle für neuronale Netze</translation>
    </message>
    <message>
        <source>AVX-512 bfloat16</source>
        <translation>AVX-512, bfloat16</translation>
    </message>
    <message>
        <source>Linear address space separation</source>
        <translation>Trennung linearer Adressräume (LASS)</translation>
    </message>
    <message>
        <source>Compare and add in one step</source>
        <translation>Vergleichen und Addieren in einem Schritt</translation>
    </message>
    <message>
        <source>Leaf 0x23: more about performance monitoring</source>
        <translation>Blatt 0x23: mehr zur Leistungsmessung</translation>
    </message>
    <message>
        <source>Fast REP MOVSB of length 0</source>
        <translation>Schnelles REP MOVSB der Länge 0</translation>
    </message>
    <message>
        <source>Fast short REP STOSB</source>
        <translation>Schnelles kurzes REP STOSB</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB and SCASB</source>
        <translation>Schnelles kurzes REP CMPSB und SCASB</translation>
    </message>
    <message>
        <source>Flexible return and event delivery</source>
        <translation>Flexible Rückkehr und Zustellung von Ereignissen (FRED)</translation>
    </message>
    <message>
        <source>LKGS: loads the kernel&apos;s GS base</source>
        <translation>LKGS: lädt die GS-Basis des Kernels</translation>
    </message>
    <message>
        <source>WRMSRNS: writes an MSR without serialising</source>
        <translation>WRMSRNS: schreibt ein MSR, ohne zu serialisieren</translation>
    </message>
    <message>
        <source>AMX: 16-bit floating point</source>
        <translation>AMX: Gleitkommazahlen mit 16 Bit</translation>
    </message>
    <message>
        <source>HRESET: resets predictions</source>
        <translation>HRESET: setzt Vorhersagen zurück</translation>
    </message>
    <message>
        <source>AVX integer fused multiply-add</source>
        <translation>AVX, Multiplizieren und Addieren ganzer Zahlen</translation>
    </message>
    <message>
        <source>Linear address masking</source>
        <translation>Maskieren linearer Adressen (LAM)</translation>
    </message>
    <message>
        <source>RDMSRLIST and WRMSRLIST</source>
        <translation>RDMSRLIST und WRMSRLIST</translation>
    </message>
    <message>
        <source>AVX neural network, 8-bit integers</source>
        <translation>AVX, neuronale Netze, ganze Zahlen mit 8 Bit</translation>
    </message>
    <message>
        <source>AVX conversions without exceptions</source>
        <translation>AVX, Umwandlungen ohne Ausnahmen</translation>
    </message>
    <message>
        <source>AMX: complex numbers</source>
        <translation>AMX: komplexe Zahlen</translation>
    </message>
    <message>
        <source>AVX neural network, 16-bit integers</source>
        <translation>AVX, neuronale Netze, ganze Zahlen mit 16 Bit</translation>
    </message>
    <message>
        <source>PREFETCHIT0 and 1: prefetches code</source>
        <translation>PREFETCHIT0 und 1: lädt Code voraus</translation>
    </message>
    <message>
        <source>Supervisor shadow stacks are safe to use</source>
        <translation>Schattenstapel des Kernels sind sicher verwendbar</translation>
    </message>
    <message>
        <source>AVX10</source>
        <translation>AVX10</translation>
    </message>
    <message>
        <source>Fast store forwarding predictor can be disabled</source>
        <translation>Vorhersage der schnellen Speicherweiterleitung abschaltbar</translation>
    </message>
    <message>
        <source>Control of indirect predictions</source>
        <translation>Steuerung indirekter Vorhersagen</translation>
    </message>
    <message>
        <source>Control of restricted RSB alternates</source>
        <translation>Steuerung der Ausweichvorhersagen bei leerem RSB</translation>
    </message>
    <message>
        <source>Data-dependent prefetcher can be disabled</source>
        <translation>Datenabhängiges Vorausladen abschaltbar</translation>
    </message>
    <message>
        <source>Control of branch history injection</source>
        <translation>Steuerung gegen eingeschleusten Sprungverlauf (BHI)</translation>
    </message>
    <message>
        <source>Not affected by MXCSR-dependent timing</source>
        <translation>Nicht von MXCSR-abhängigen Laufzeiten betroffen</translation>
    </message>
    <message>
        <source>XSAVE state: x87</source>
        <translation>XSAVE-Zustand: x87</translation>
    </message>
    <message>
        <source>XSAVE state: SSE registers</source>
        <translation>XSAVE-Zustand: SSE-Register</translation>
    </message>
    <message>
        <source>XSAVE state: AVX registers</source>
        <translation>XSAVE-Zustand: AVX-Register</translation>
    </message>
    <message>
        <source>XSAVE state: MPX bounds</source>
        <translation>XSAVE-Zustand: MPX-Grenzen</translation>
    </message>
    <message>
        <source>XSAVE state: MPX configuration</source>
        <translation>XSAVE-Zustand: MPX-Einstellungen</translation>
    </message>
    <message>
        <source>XSAVE state: AVX-512 masks</source>
        <translation>XSAVE-Zustand: AVX-512-Masken</translation>
    </message>
    <message>
        <source>XSAVE state: upper halves of ZMM0 to 15</source>
        <translation>XSAVE-Zustand: obere Hälften von ZMM0 bis 15</translation>
    </message>
    <message>
        <source>XSAVE state: ZMM16 to 31</source>
        <translation>XSAVE-Zustand: ZMM16 bis 31</translation>
    </message>
    <message>
        <source>XSAVE state: protection keys</source>
        <translation>XSAVE-Zustand: Schutzschlüssel</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tile configuration</source>
        <translation>XSAVE-Zustand: Einstellungen der AMX-Kacheln</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tiles</source>
        <translation>XSAVE-Zustand: AMX-Kacheln</translation>
    </message>
    <message>
        <source>XSAVEOPT: saves what has changed</source>
        <translation>XSAVEOPT: sichert, was sich geändert hat</translation>
    </message>
    <message>
        <source>XSAVEC: saves compactly</source>
        <translation>XSAVEC: sichert gepackt</translation>
    </message>
    <message>
        <source>XGETBV with ECX 1</source>
        <translation>XGETBV mit ECX 1</translation>
    </message>
    <message>
        <source>XSAVES: saves supervisor state</source>
        <translation>XSAVES: sichert Zustand des Kernels</translation>
    </message>
    <message>
        <source>Extended feature disable</source>
        <translation>Abschaltbare erweiterte Merkmale (XFD)</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock (old MSRs)</source>
        <translation>KVM: paravirtuelle Uhr (alte MSRs)</translation>
    </message>
    <message>
        <source>KVM: no delays needed for port I/O</source>
        <translation>KVM: keine Pausen bei Port-E/A nötig</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock</source>
        <translation>KVM: paravirtuelle Uhr</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults</source>
        <translation>KVM: asynchrone Seitenfehler</translation>
    </message>
    <message>
        <source>KVM: steal time</source>
        <translation>KVM: gestohlene Zeit</translation>
    </message>
    <message>
        <source>KVM: paravirtual end of interrupt</source>
        <translation>KVM: paravirtuelles Ende eines Interrupts</translation>
    </message>
    <message>
        <source>KVM: paravirtual spinlocks</source>
        <translation>KVM: paravirtuelle Spinlocks</translation>
    </message>
    <message>
        <source>KVM: paravirtual TLB flush</source>
        <translation>KVM: paravirtuelles Leeren des TLB</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults for nested guests</source>
        <translation>KVM: asynchrone Seitenfehler für verschachtelte Gäste</translation>
    </message>
    <message>
        <source>KVM: paravirtual interrupts between processors</source>
        <translation>KVM: paravirtuelle Interrupts zwischen Prozessoren</translation>
    </message>
    <message>
        <source>KVM: the guest controls polling on halt</source>
        <translation>KVM: der Gast steuert das aktive Warten bei HLT</translation>
    </message>
    <message>
        <source>KVM: paravirtual yield</source>
        <translation>KVM: paravirtuelles Abgeben des Prozessors</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults by interrupt</source>
        <translation>KVM: asynchrone Seitenfehler per Interrupt</translation>
    </message>
    <message>
        <source>KVM: 15-bit destinations of interrupts</source>
        <translation>KVM: Interrupt-Ziele mit 15 Bit</translation>
    </message>
    <message>
        <source>KVM: the guest tells which pages are shared</source>
        <translation>KVM: der Gast sagt, welche Seiten geteilt sind</translation>
    </message>
    <message>
        <source>KVM: the guest allows migration</source>
        <translation>KVM: der Gast erlaubt die Migration</translation>
    </message>
    <message>
        <source>KVM: the clock is stable on all processors</source>
        <translation>KVM: die Uhr geht auf allen Prozessoren gleich</translation>
    </message>
    <message>
        <source>KVM: processors are never taken away</source>
        <translation>KVM: Prozessoren werden nie entzogen</translation>
    </message>
    <message>
        <source>LAHF and SAHF in 64-bit mode</source>
        <translation>LAHF und SAHF im 64-Bit-Modus</translation>
    </message>
    <message>
        <source>Leaf 1 counts cores, not threads</source>
        <translation>Blatt 1 zählt Kerne, nicht Threads</translation>
    </message>
    <message>
        <source>AMD virtualisation (SVM)</source>
        <translation>Virtualisierung von AMD (SVM)</translation>
    </message>
    <message>
        <source>Extended APIC space</source>
        <translation>Erweiterter APIC-Bereich</translation>
    </message>
    <message>
        <source>CR8 in 32-bit mode</source>
        <translation>CR8 im 32-Bit-Modus</translation>
    </message>
    <message>
        <source>LZCNT: counts leading zeros</source>
        <translation>LZCNT: zählt führende Nullen</translation>
    </message>
    <message>
        <source>SSE4A instructions</source>
        <translation>SSE4A-Befehle</translation>
    </message>
    <message>
        <source>SSE operands need not be aligned</source>
        <translation>SSE-Operanden müssen nicht ausgerichtet sein</translation>
    </message>
    <message>
        <source>PREFETCH and PREFETCHW</source>
        <translation>PREFETCH und PREFETCHW</translation>
    </message>
    <message>
        <source>Workarounds visible to the operating system</source>
        <translation>Umgehungen von Fehlern, die das Betriebssystem sieht</translation>
    </message>
    <message>
        <source>Instruction-based sampling</source>
        <translation>Stichproben nach Befehlen (IBS)</translation>
    </message>
    <message>
        <source>XOP instructions</source>
        <translation>XOP-Befehle</translation>
    </message>
    <message>
        <source>SKINIT: secure start</source>
        <translation>SKINIT: sicherer Start</translation>
    </message>
    <message>
        <source>Watchdog timer</source>
        <translation>Watchdog-Timer</translation>
    </message>
    <message>
        <source>Lightweight profiling</source>
        <translation>Leichtgewichtiges Profiling</translation>
    </message>
    <message>
        <source>Fused multiply-add with four operands</source>
        <translation>Multiplizieren und Addieren mit vier Operanden (FMA4)</translation>
    </message>
    <message>
        <source>Translation cache extension</source>
        <translation>Erweiterung des Übersetzungscaches</translation>
    </message>
    <message>
        <source>Node id MSR</source>
        <translation>MSR mit der Knotennummer</translation>
    </message>
    <message>
        <source>Trailing bit manipulation</source>
        <translation>Befehle für niederwertige Bits (TBM)</translation>
    </message>
    <message>
        <source>Topology leaves 0x8000001d and 0x8000001e</source>
        <translation>Blätter 0x8000001d und 0x8000001e zur Topologie</translation>
    </message>
    <message>
        <source>More performance counters of a core</source>
        <translation>Mehr Leistungszähler je Kern</translation>
    </message>
    <message>
        <source>Performance counters of the northbridge</source>
        <translation>Leistungszähler der Northbridge</translation>
    </message>
    <message>
        <source>Data breakpoint extension</source>
        <translation>Erweiterung der Daten-Haltepunkte</translation>
    </message>
    <message>
        <source>Performance time stamp counter</source>
        <translation>Zeitstempelzähler für Leistungsmessungen</translation>
    </message>
    <message>
        <source>Performance counters of the last level cache</source>
        <translation>Leistungszähler des letzten Caches</translation>
    </message>
    <message>
        <source>MONITORX and MWAITX</source>
        <translation>MONITORX und MWAITX</translation>
    </message>
    <message>
        <source>SYSCALL and SYSRET</source>
        <translation>SYSCALL und SYSRET</translation>
    </message>
    <message>
        <source>Capable of multiprocessing</source>
        <translation>Für mehrere Prozessoren geeignet</translation>
    </message>
    <message>
        <source>No-execute pages</source>
        <translation>Nicht ausführbare Seiten (NX)</translation>
    </message>
    <message>
        <source>AMD&apos;s MMX extensions</source>
        <translation>MMX-Erweiterungen von AMD</translation>
    </message>
    <message>
        <source>Faster FXSAVE and FXRSTOR</source>
        <translation>Schnelleres FXSAVE und FXRSTOR</translation>
    </message>
    <message>
        <source>1 GiB pages</source>
        <translation>Seiten von 1 GiB</translation>
    </message>
    <message>
        <source>RDTSCP: TSC and processor number</source>
        <translation>RDTSCP: TSC und Prozessornummer</translation>
    </message>
    <message>
        <source>64-bit mode</source>
        <translation>64-Bit-Modus</translation>
    </message>
    <message>
        <source>3DNow! extensions</source>
        <translation>3DNow!-Erweiterungen</translation>
    </message>
    <message>
        <source>3DNow!</source>
        <translation>3DNow!</translation>
    </message>
    <message>
        <source>Recovers from overflowing machine check banks</source>
        <translation>Erholt sich von überlaufenen Machine-Check-Bänken</translation>
    </message>
    <message>
        <source>Uncorrectable errors are contained</source>
        <translation>Nicht korrigierbare Fehler bleiben eingegrenzt</translation>
    </message>
    <message>
        <source>Scalable machine check architecture</source>
        <translation>Skalierbare Machine-Check-Architektur</translation>
    </message>
    <message>
        <source>Hardware performance states</source>
        <translation>Leistungsstufen der Hardware</translation>
    </message>
    <message>
        <source>TSC runs at a constant rate and never stops</source>
        <translation>TSC läuft gleichmäßig und hält nie an</translation>
    </message>
    <message>
        <source>Core performance boost</source>
        <translation>Taktanhebung der Kerne (Core Performance Boost)</translation>
    </message>
    <message>
        <source>Read-only counters of the effective frequency</source>
        <translation>Nur lesbare Zähler für den tatsächlichen Takt</translation>
    </message>
    <message>
        <source>Processor feedback interface</source>
        <translation>Rückmeldungen des Prozessors</translation>
    </message>
    <message>
        <source>Processor power reporting</source>
        <translation>Angaben zur Leistungsaufnahme des Prozessors</translation>
    </message>
    <message>
        <source>CLZERO: zeroes a cache line</source>
        <translation>CLZERO: füllt eine Cache-Zeile mit Nullen</translation>
    </message>
    <message>
        <source>Counter of retired instructions</source>
        <translation>Zähler abgeschlossener Befehle</translation>
    </message>
    <message>
        <source>XRSTOR always restores error pointers</source>
        <translation>XRSTOR stellt Fehlerzeiger immer wieder her</translation>
    </message>
    <message>
        <source>INVLPGB and TLBSYNC</source>
        <translation>INVLPGB und TLBSYNC</translation>
    </message>
    <message>
        <source>RDPRU: reads performance registers</source>
        <translation>RDPRU: liest Leistungsregister</translation>
    </message>
    <message>
        <source>Memory bandwidth allocation</source>
        <translation>Zuteilung der Speicherbandbreite</translation>
    </message>
    <message>
        <source>WBNOINVD: writes back without invalidating</source>
        <translation>WBNOINVD: schreibt zurück, ohne zu verwerfen</translation>
    </message>
    <message>
        <source>IBPB: barrier for indirect branch predictions</source>
        <translation>IBPB: Schranke für Vorhersagen indirekter Sprünge</translation>
    </message>
    <message>
        <source>IBRS: restricted indirect branches</source>
        <translation>IBRS: eingeschränkte indirekte Sprünge</translation>
    </message>
    <message>
        <source>IBRS is always on</source>
        <translation>IBRS ist immer an</translation>
    </message>
    <message>
        <source>STIBP is always on</source>
        <translation>STIBP ist immer an</translation>
    </message>
    <message>
        <source>IBRS is better than software remedies</source>
        <translation>IBRS ist besser als Gegenmaßnahmen in Software</translation>
    </message>
    <message>
        <source>IBRS also protects within one mode</source>
        <translation>IBRS schützt auch innerhalb eines Modus</translation>
    </message>
    <message>
        <source>No segment limits in 64-bit mode</source>
        <translation>Keine Segmentgrenzen im 64-Bit-Modus</translation>
    </message>
    <message>
        <source>Processor inventory number</source>
        <translation>Inventarnummer des Prozessors</translation>
    </message>
    <message>
        <source>Speculative store bypass disable by virtual MSR</source>
        <translation>SSBD über ein virtuelles MSR</translation>
    </message>
    <message>
        <source>Not affected by speculative store bypass</source>
        <translation>Nicht von Speculative Store Bypass betroffen</translation>
    </message>
    <message>
        <source>Collaborative performance control</source>
        <translation>Gemeinsame Leistungsregelung mit dem Betriebssystem (CPPC)</translation>
    </message>
    <message>
        <source>Not affected by branch type confusion</source>
        <translation>Nicht von Branch Type Confusion betroffen</translation>
    </message>
    <message>
        <source>IBPB clears return predictions as well</source>
        <translation>IBPB löscht auch Vorhersagen von Rücksprüngen</translation>
    </message>
    <message>
        <source>Branch sampling</source>
        <translation>Stichproben von Sprüngen</translation>
    </message>
    <message>
        <source>SVM: nested page tables</source>
        <translation>SVM: verschachtelte Seitentabellen</translation>
    </message>
    <message>
        <source>SVM: last branch records</source>
        <translation>SVM: Aufzeichnung der letzten Sprünge</translation>
    </message>
    <message>
        <source>SVM: lock</source>
        <translation>SVM: Sperre</translation>
    </message>
    <message>
        <source>SVM: saves the next instruction&apos;s address</source>
        <translation>SVM: sichert die Adresse des nächsten Befehls</translation>
    </message>
    <message>
        <source>SVM: TSC frequency can be scaled</source>
        <translation>SVM: TSC-Frequenz kann skaliert werden</translation>
    </message>
    <message>
        <source>SVM: clean bits</source>
        <translation>SVM: Clean-Bits</translation>
    </message>
    <message>
        <source>SVM: flushes by address space</source>
        <translation>SVM: leert je Adressraum</translation>
    </message>
    <message>
        <source>SVM: decode assists</source>
        <translation>SVM: Hilfen beim Dekodieren</translation>
    </message>
    <message>
        <source>SVM: pause filter</source>
        <translation>SVM: PAUSE-Filter</translation>
    </message>
    <message>
        <source>SVM: pause filter threshold</source>
        <translation>SVM: Schwelle des PAUSE-Filters</translation>
    </message>
    <message>
        <source>SVM: virtual interrupt controller</source>
        <translation>SVM: virtueller Interrupt-Controller (AVIC)</translation>
    </message>
    <message>
        <source>SVM: virtual VMSAVE and VMLOAD</source>
        <translation>SVM: virtuelles VMSAVE und VMLOAD</translation>
    </message>
    <message>
        <source>SVM: virtual global interrupt flag</source>
        <translation>SVM: virtuelles globales Interrupt-Flag</translation>
    </message>
    <message>
        <source>SVM: virtual x2APIC</source>
        <translation>SVM: virtueller x2APIC</translation>
    </message>
    <message>
        <source>SVM: virtual SPEC_CTRL</source>
        <translation>SVM: virtuelles SPEC_CTRL</translation>
    </message>
    <message>
        <source>SVM: virtual NMI</source>
        <translation>SVM: virtueller NMI</translation>
    </message>
    <message>
        <source>SVM: checks the addresses of its operands</source>
        <translation>SVM: prüft die Adressen seiner Operanden</translation>
    </message>
    <message>
        <source>Secure memory encryption</source>
        <translation>Sichere Speicherverschlüsselung (SME)</translation>
    </message>
    <message>
        <source>Secure encrypted virtualisation</source>
        <translation>Sichere verschlüsselte Virtualisierung (SEV)</translation>
    </message>
    <message>
        <source>Page flush MSR</source>
        <translation>MSR zum Leeren von Seiten</translation>
    </message>
    <message>
        <source>SEV: encrypted state</source>
        <translation>SEV: verschlüsselter Zustand (SEV-ES)</translation>
    </message>
    <message>
        <source>SEV: secure nested paging</source>
        <translation>SEV: sichere verschachtelte Seitenverwaltung (SEV-SNP)</translation>
    </message>
    <message>
        <source>SEV: privilege levels of a guest</source>
        <translation>SEV: Privilegstufen eines Gasts</translation>
    </message>
    <message>
        <source>SEV: virtual TSC_AUX</source>
        <translation>SEV: virtuelles TSC_AUX</translation>
    </message>
    <message>
        <source>Encrypted and plain mappings are coherent</source>
        <translation>Verschlüsselte und unverschlüsselte Abbildungen sind kohärent</translation>
    </message>
    <message>
        <source>No nested data breakpoints</source>
        <translation>Keine verschachtelten Daten-Haltepunkte</translation>
    </message>
    <message>
        <source>Writing the FS and GS base does not serialise</source>
        <translation>Schreiben der Basis von FS und GS serialisiert nicht</translation>
    </message>
    <message>
        <source>LFENCE always serialises</source>
        <translation>LFENCE serialisiert immer</translation>
    </message>
    <message>
        <source>Null selectors clear the base</source>
        <translation>Null-Selektoren löschen die Basis</translation>
    </message>
    <message>
        <source>Upper address bits can be ignored</source>
        <translation>Obere Adressbits können ignoriert werden</translation>
    </message>
    <message>
        <source>Automatic IBRS</source>
        <translation>Automatisches IBRS</translation>
    </message>
    <message>
        <source>No SMM control MSR</source>
        <translation>Kein MSR zur SMM-Steuerung</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB</source>
        <translation>Schnelles kurzes REP CMPSB</translation>
    </message>
    <message>
        <source>CPUID can be kept from programs</source>
        <translation>CPUID kann Programmen verwehrt werden</translation>
    </message>
    <message>
        <source>SBPB: selective branch prediction barrier</source>
        <translation>SBPB: gezielte Schranke für Sprungvorhersagen</translation>
    </message>
    <message>
        <source>IBPB clears all branch types</source>
        <translation>IBPB löscht alle Arten von Sprüngen</translation>
    </message>
    <message>
        <source>Not affected by return stack overflow (SRSO)</source>
        <translation>Nicht vom Überlauf des Rücksprungstapels betroffen (SRSO)</translation>
    </message>
    <message>
        <source>Not affected by SRSO between user and kernel</source>
        <translation>Nicht von SRSO zwischen Programm und Kernel betroffen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>sets it</source>
        <translation>setzt es</translation>
    </message>
    <message>
        <source>takes it away</source>
        <translation>nimmt es weg</translation>
    </message>
    <message>
        <source>as on the host</source>
        <translation>wie der Host</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeaturesCard</name>
    <message>
        <source>What the guest finds</source>
        <translation>Was der Gast vorfindet</translation>
    </message>
    <message>
        <source>“Host” is what this host&apos;s KVM offers, “Guest” what the machine&apos;s first processor has: the engine decides some of it in every machine.</source>
        <translation>„Host“ ist, was KVM auf diesem Host bietet, „Gast“, was der erste Prozessor der Maschine hat: Manches entscheidet die Engine in jeder Maschine.</translation>
    </message>
    <message>
        <source>Filter features</source>
        <translation>Merkmale filtern</translation>
    </message>
    <message>
        <source>Filter features by name, meaning or place in CPUID</source>
        <translation>Merkmale nach Name, Bedeutung oder Ort in CPUID filtern</translation>
    </message>
    <message>
        <source>Only diff&amp;erences</source>
        <translation>Nur Unt&amp;erschiede</translation>
    </message>
    <message>
        <source>What the template changes, and what the guest finds otherwise than the host has it</source>
        <translation>Was die Vorlage ändert, und was der Gast anders vorfindet, als der Host es hat</translation>
    </message>
    <message>
        <source>Features of the processor</source>
        <translation>Merkmale des Prozessors</translation>
    </message>
    <message>
        <source>Nothing is known about this host&apos;s processor.</source>
        <translation>Über den Prozessor dieses Hosts ist nichts bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) shown</source>
        <translation>
            <numerusform>%n Merkmal wird gezeigt</numerusform>
            <numerusform>%n Merkmale werden gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuPage</name>
    <message>
        <source>%1: the template sets it, but this host does not offer it. A guest that uses it fails.</source>
        <translation>%1: Die Vorlage setzt es, aber dieser Host bietet es nicht. Ein Gast, der es benutzt, scheitert.</translation>
    </message>
    <message>
        <source>%1: what the template says does not count, since the engine decides it in every machine.</source>
        <translation>%1: Was die Vorlage sagt, zählt nicht, da die Engine es in jeder Maschine entscheidet.</translation>
    </message>
    <message>
        <source>Leaf %1: the template has other flags than this host, so that guests may find it in another place.</source>
        <translation>Blatt %1: Die Vorlage hat andere Flags als dieser Host, sodass Gäste es an anderer Stelle finden können.</translation>
    </message>
    <message>
        <source>Choose it when the machine is for another host.</source>
        <translation>Wählen Sie sie, wenn die Maschine für einen anderen Host ist.</translation>
    </message>
    <message>
        <source>A machine with it starts on this host (%1, %2).</source>
        <translation>Eine Maschine mit ihr startet auf diesem Host (%1, %2).</translation>
    </message>
    <message>
        <source>A machine with it starts on this host, but:</source>
        <translation>Eine Maschine mit ihr startet auf diesem Host, aber:</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>warnings</comment>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>The machine runs: another template counts from its next start.</source>
        <translation>Die Maschine läuft: Eine andere Vorlage zählt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>With a template guests find the same processor on different hosts.</source>
        <translation>Mit einer Vorlage finden Gäste auf verschiedenen Hosts den gleichen Prozessor vor.</translation>
    </message>
    <message>
        <source>The machine runs emulated, on a processor that is not this host&apos;s: what is told here does not count for it.</source>
        <translation>Die Maschine läuft emuliert, auf einem Prozessor, der nicht der dieses Hosts ist: Was hier steht, gilt für sie nicht.</translation>
    </message>
    <message>
        <source>Asking this host…</source>
        <translation>Dieser Host wird gefragt…</translation>
    </message>
    <message>
        <source>Whether it fits this host is not known. %1</source>
        <translation>Ob sie zu diesem Host passt, ist nicht bekannt. %1</translation>
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
        <translation>CPU-Vorlage</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>The guest sees all that the host&apos;s processor offers. The fastest, but snapshots move only to hosts with such a processor.</source>
        <translation>Der Gast sieht alles, was der Prozessor des Hosts bietet. Am schnellsten, aber Snapshots ziehen nur auf Hosts mit einem solchen Prozessor um.</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake over Cascade Lake to Ice Lake: guests see what all of them have, so that snapshots can move between them.</source>
        <translation>Für Intel-Hosts von Skylake über Cascade Lake bis Ice Lake: Gäste sehen, was alle davon haben, sodass Snapshots zwischen ihnen umziehen können.</translation>
    </message>
    <message>
        <source>For Intel Skylake and Cascade Lake: as T2, and both also tell guests the same about their flaws.</source>
        <translation>Für Intel Skylake und Cascade Lake: wie T2, und beide sagen Gästen auch dasselbe über ihre Schwächen.</translation>
    </message>
    <message>
        <source>For Intel Cascade Lake and Ice Lake in a fleet together with AMD: guests see what they see with T2A there.</source>
        <translation>Für Intel Cascade Lake und Ice Lake in einer Flotte mit AMD: Gäste sehen, was sie dort mit T2A sehen.</translation>
    </message>
    <message>
        <source>For AMD Milan in a fleet together with Intel: guests see what they see with T2CL there. Snapshots do not move between vendors all the same.</source>
        <translation>Für AMD Milan in einer Flotte mit Intel: Gäste sehen, was sie dort mit T2CL sehen. Zwischen Herstellern ziehen Snapshots trotzdem nicht um.</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake to Ice Lake: guests see an older Ivy Bridge, without AVX2 and what came after it.</source>
        <translation>Für Intel-Hosts von Skylake bis Ice Lake: Gäste sehen einen älteren Ivy Bridge, ohne AVX2 und was danach kam.</translation>
    </message>
    <message>
        <source>C&amp;ustom</source>
        <translation>&amp;Eigene</translation>
    </message>
    <message>
        <source>Bits of your own choice, for processors and fleets that the others are not made for. See below.</source>
        <translation>Selbst gewählte Bits, für Prozessoren und Flotten, für die die anderen nicht gemacht sind. Siehe unten.</translation>
    </message>
    <message>
        <source>The engine of this host&apos;s processor does not know it.</source>
        <translation>Die Engine dieses Prozessors kennt sie nicht.</translation>
    </message>
    <message>
        <source>It is made for processors of another vendor.</source>
        <translation>Sie ist für Prozessoren eines anderen Herstellers gemacht.</translation>
    </message>
    <message>
        <source>This host’s processor is not among those that it is made for.</source>
        <translation>Der Prozessor dieses Hosts gehört nicht zu denen, für die sie gemacht ist.</translation>
    </message>
    <message>
        <source>A machine with it does not start on this host.</source>
        <translation>Eine Maschine mit ihr startet auf diesem Host nicht.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuTool</name>
    <message numerus="yes">
        <source>The tool gave no answer within %n second(s).</source>
        <translation>
            <numerusform>Das Werkzeug hat innerhalb von %n Sekunde nicht geantwortet.</numerusform>
            <numerusform>Das Werkzeug hat innerhalb von %n Sekunden nicht geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>sparkler-tools is not installed, so this host’s processor is not known.</source>
        <translation>sparkler-tools ist nicht installiert, daher ist der Prozessor dieses Hosts nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 konnte nicht gestartet werden: %2.</translation>
    </message>
    <message>
        <source>The tool’s answer is too long.</source>
        <translation>Die Antwort des Werkzeugs ist zu lang.</translation>
    </message>
    <message>
        <source>The tool ended without an answer.</source>
        <translation>Das Werkzeug endete ohne Antwort.</translation>
    </message>
    <message>
        <source>The tool’s answer cannot be understood: %1.</source>
        <translation>Die Antwort des Werkzeugs ist nicht zu verstehen: %1.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateMachineWizard</name>
    <message>
        <source>Create machine</source>
        <translation>Maschine erstellen</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateOperation</name>
    <message>
        <source>No snapshot of “%1” was made.</source>
        <translation>Von „%1“ wurde kein Snapshot aufgenommen.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Resuming the guest</source>
        <translation>Gast fortsetzen</translation>
    </message>
    <message>
        <source>Make a full snapshot.</source>
        <translation>Einen vollen Snapshot aufnehmen.</translation>
    </message>
    <message>
        <source>Pausing the guest</source>
        <translation>Gast anhalten</translation>
    </message>
    <message>
        <source>The engine writes the guest’s memory</source>
        <translation>Die Engine schreibt den Speicher des Gasts</translation>
    </message>
    <message>
        <source>Copying the drives</source>
        <translation>Laufwerke kopieren</translation>
    </message>
    <message>
        <source>The snapshot is being completed.</source>
        <translation>Der Snapshot wird gerade abgeschlossen.</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>The snapshot was made, but the guest was not resumed.</source>
        <translation>Der Snapshot wurde aufgenommen, aber der Gast nicht fortgesetzt.</translation>
    </message>
    <message>
        <source>The snapshot is there, but it is not known that the machine comes from it.</source>
        <translation>Der Snapshot ist da, aber es ist nicht vermerkt, dass die Maschine von ihm stammt.</translation>
    </message>
    <message>
        <source>The engine said that it is done, but its files are not there.</source>
        <translation>Die Engine meldete, sie sei fertig, aber ihre Dateien sind nicht da.</translation>
    </message>
    <message>
        <source>The machine’s engine has ended meanwhile.</source>
        <translation>Die Engine der Maschine hat sich inzwischen beendet.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreatePage</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateResourcesPage</name>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Name and resources</source>
        <translation>Name und Ressourcen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Sch&amp;lagwörter</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Give the machine a cop&amp;y of the root file system of its own</source>
        <translation>Der Maschine eine eigene &amp;Kopie des Root-Dateisystems geben</translation>
    </message>
    <message>
        <source>Otherwise it uses the file itself, and changes it.</source>
        <translation>Sonst benutzt sie die Datei selbst und verändert sie.</translation>
    </message>
    <message>
        <source>&amp;Enlarge the copy</source>
        <translation>Die Kopie &amp;vergrößern</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Größe der Disk</translation>
    </message>
    <message>
        <source>Disk si&amp;ze</source>
        <translation>Größe &amp;der Disk</translation>
    </message>
    <message>
        <source>Takes up space on this host only as it is filled.</source>
        <translation>Belegt auf diesem Host erst Platz, wenn sie gefüllt wird.</translation>
    </message>
    <message>
        <source>Synchronous: works everywhere</source>
        <translation>Synchron: funktioniert überall</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring): faster under load</source>
        <translation>Asynchron (io_uring): schneller unter Last</translation>
    </message>
    <message>
        <source>&amp;I/O engine</source>
        <translation>&amp;I/O-Engine</translation>
    </message>
    <message>
        <source>Neither this host&apos;s KVM nor the emulator can run machines now. The machine can be made; what is missing stands at the top of the window.</source>
        <translation>Weder das KVM dieses Hosts noch der Emulator kann jetzt Maschinen ausführen. Die Maschine kann erstellt werden; was fehlt, steht oben im Fenster.</translation>
    </message>
    <message>
        <source>This host&apos;s KVM cannot run the machine, so it will be emulated: it works, many times slower. One processor and 256 MiB are a good size.</source>
        <translation>Das KVM dieses Hosts kann die Maschine nicht ausführen, deshalb wird sie emuliert: Das funktioniert, ist aber um ein Vielfaches langsamer. Ein Prozessor und 256 MiB sind eine gute Größe.</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>Eine Maschine braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a machine with this name. The new one will be called “%1”.</source>
        <translation>Eine Maschine mit diesem Namen gibt es schon. Die neue wird „%1“ heißen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>The same as a Firecracker configuration file</source>
        <translation>Dasselbe als Firecracker-Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>The demo guest is made first, in one to two minutes. The machine can be started after that.</source>
        <translation>Zuerst wird der Demo-Gast erzeugt, das dauert ein bis zwei Minuten. Danach kann die Maschine gestartet werden.</translation>
    </message>
    <message>
        <source>Its disk is copied first. The machine can be started after that.</source>
        <translation>Zuerst wird ihre Disk kopiert. Danach kann die Maschine gestartet werden.</translation>
    </message>
    <message>
        <source>The machine can be started at once.</source>
        <translation>Die Maschine kann sofort gestartet werden.</translation>
    </message>
    <message>
        <source>&lt;machine&gt;</source>
        <translation>&lt;Maschine&gt;</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>Laufwerk „%1“: %2</translation>
    </message>
    <message>
        <source>The machine can be made, but it cannot start like this:</source>
        <translation>Die Maschine kann erstellt werden, aber so nicht starten:</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateSourcePage</name>
    <message>
        <source>What does the machine start from?</source>
        <translation>Wovon startet die Maschine?</translation>
    </message>
    <message>
        <source>&amp;Demo guest</source>
        <translation>&amp;Demo-Gast</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system.</source>
        <translation>Ein Debian-Standardkernel und ein kleines Root-Dateisystem.</translation>
    </message>
    <message>
        <source>&amp;Own kernel and root file system</source>
        <translation>&amp;Eigener Kernel und eigenes Root-Dateisystem</translation>
    </message>
    <message>
        <source>Files of yours, or from the library.</source>
        <translation>Eigene Dateien oder solche aus der Bibliothek.</translation>
    </message>
    <message>
        <source>&amp;Firecracker configuration file</source>
        <translation>&amp;Firecracker-Konfigurationsdatei</translation>
    </message>
    <message>
        <source>A JSON file as for --config-file.</source>
        <translation>Eine JSON-Datei wie für --config-file.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>The demo guest was made before. The machine gets a copy of its disk and is ready in seconds.</source>
        <translation>Der Demo-Gast wurde schon erzeugt. Die Maschine bekommt eine Kopie seiner Disk und ist in Sekunden bereit.</translation>
    </message>
    <message>
        <source>The first time, Debian packages are downloaded and put together: one to two minutes, with network access. It goes on in the background; the machine is in the list meanwhile. After that a demo machine takes seconds.</source>
        <translation>Beim ersten Mal werden Debian-Pakete heruntergeladen und zusammengesetzt: ein bis zwei Minuten, mit Netzzugang. Das läuft im Hintergrund; die Maschine steht derweil in der Liste. Danach braucht eine Demo-Maschine nur Sekunden.</translation>
    </message>
    <message>
        <source>Log in as root, without a password.</source>
        <translation>Als root anmelden, ohne Passwort.</translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation>Root-Dateisystem</translation>
    </message>
    <message>
        <source>Disk ima&amp;ge</source>
        <translation>Di&amp;sk-Abbild</translation>
    </message>
    <message>
        <source>Without one the machine runs from its initial RAM disk alone.</source>
        <translation>Ohne Abbild läuft die Maschine allein von ihrer initialen RAM-Disk.</translation>
    </message>
    <message>
        <source>Keep copies in the &amp;library, for other machines</source>
        <translation>Kopien für andere Maschinen in der Bib&amp;liothek behalten</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>Eine Firecracker-Konfigurationsdatei importieren</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>Konfigurationsdateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>D&amp;atei</translation>
    </message>
    <message numerus="yes">
        <source>A machine with %n drive(s).</source>
        <translation>
            <numerusform>Eine Maschine mit %n Laufwerk.</numerusform>
            <numerusform>Eine Maschine mit %n Laufwerken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DriveDialog</name>
    <message>
        <source>Add drive</source>
        <translation>Laufwerk hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>Laufwerk „%1“</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>&amp;Existing file</source>
        <translation>&amp;Vorhandene Datei</translation>
    </message>
    <message>
        <source>&amp;New disk</source>
        <translation>&amp;Neue Disk</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Made in the machine&apos;s folder when you apply. It takes up space only as it is filled.</source>
        <translation>Wird beim Anwenden im Ordner der Maschine angelegt. Belegt erst Platz, wenn sie gefüllt wird.</translation>
    </message>
    <message>
        <source>Disk image</source>
        <translation>Disk-Abbild</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>ext4</source>
        <translation>ext4</translation>
    </message>
    <message>
        <source>None: an empty disk</source>
        <translation>Keines: eine leere Disk</translation>
    </message>
    <message>
        <source>File s&amp;ystem</source>
        <translation>Datei&amp;system</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>&amp;Root device: the guest boots from it</source>
        <translation>&amp;Root-Gerät: Der Gast bootet davon</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Read-&amp;only: the guest cannot change it</source>
        <translation>Schrei&amp;bgeschützt: Der Gast kann es nicht ändern</translation>
    </message>
    <message>
        <source>Unsafe: flushes are ignored, fastest</source>
        <translation>Unsicher: Flushes werden ignoriert, am schnellsten</translation>
    </message>
    <message>
        <source>Write-back: flushes reach the disk</source>
        <translation>Write-back: Flushes erreichen die Disk</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>&amp;Cache</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>Synchron</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring)</source>
        <translation>Asynchron (io_uring)</translation>
    </message>
    <message>
        <source>I/O en&amp;gine</source>
        <translation>I/O-&amp;Engine</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Ratenlimits</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>Gilt sofort, während die Maschine läuft.</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>“%1” will no longer be the root device.</source>
        <translation>„%1“ ist dann nicht mehr das Root-Gerät.</translation>
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
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>%1, new</source>
        <comment>size of a disk still to be made</comment>
        <translation>%1, neu</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Laufwerk</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>I/O engine</source>
        <translation>I/O-Engine</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Ratenlimits</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DrivesCard</name>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>This machine has no drives. It runs from its initial RAM disk alone.</source>
        <translation>Diese Maschine hat keine Laufwerke. Sie läuft allein von ihrer initialen RAM-Disk.</translation>
    </message>
    <message>
        <source>&amp;Add drive…</source>
        <translation>Laufwerk hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>&amp;New disk…</source>
        <translation>&amp;Neue Disk…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>B&amp;earbeiten…</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>&amp;Limits…</translation>
    </message>
    <message>
        <source>&amp;Set as root</source>
        <translation>Als R&amp;oot festlegen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Change the drive (Return)</source>
        <translation>Das Laufwerk ändern (Eingabe)</translation>
    </message>
    <message>
        <source>Takes the drive out of the machine; its file stays (Delete)</source>
        <translation>Nimmt das Laufwerk aus der Maschine; seine Datei bleibt (Entf)</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>Laufwerk „%1“: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::EditPage</name>
    <message>
        <source>The changes apply now.</source>
        <translation>Die Änderungen gelten jetzt.</translation>
    </message>
    <message>
        <source>The changes are saved.</source>
        <translation>Die Änderungen sind gespeichert.</translation>
    </message>
    <message>
        <source>The changes are saved. Some need a restart: %1</source>
        <translation>Die Änderungen sind gespeichert. Einige erfordern einen Neustart: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::EntropyForm</name>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>The guest gets &amp;random numbers from the host</source>
        <translation>Der Gast bekommt Zu&amp;fallszahlen vom Host</translation>
    </message>
    <message>
        <source>How much, at most</source>
        <translation>Wie viel höchstens</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ErrorDetails</name>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Fault: %1</source>
        <translation>Fehlermeldung: %1</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>Log:</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExchangeModel</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>Antwort zu groß</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1, abgelehnt</translation>
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
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExportOperation</name>
    <message>
        <source>The snapshot was not exported.</source>
        <translation>Der Snapshot wurde nicht exportiert.</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>Archiv schreiben</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::FileChoice</name>
    <message>
        <source>From library</source>
        <translation>Aus Bibliothek</translation>
    </message>
    <message>
        <source>%1 from the library</source>
        <comment>kernel, initrd …</comment>
        <translation>%1 aus der Bibliothek</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>name, format, size</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::FindingsView</name>
    <message>
        <source>Whether it can be used here</source>
        <translation>Ob das hier verwendet werden kann</translation>
    </message>
    <message>
        <source>Looking whether it can be used here…</source>
        <translation>Es wird geprüft, ob das hier verwendet werden kann…</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Fold</name>
    <message>
        <source>Expanded</source>
        <translation>Ausgeklappt</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>Eingeklappt</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ForwardsEditor</name>
    <message>
        <source>Remove forward</source>
        <translation>Weiterleitung entfernen</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Lauscht auf</translation>
    </message>
    <message>
        <source>Host port</source>
        <translation>Host-Port</translation>
    </message>
    <message>
        <source>Guest port</source>
        <translation>Gast-Port</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>Portweiterleitungen</translation>
    </message>
    <message>
        <source>Add forward</source>
        <translation>Weiterleitung hinzufügen</translation>
    </message>
    <message>
        <source>“%1” forwards port %2 of the host, too: only one of the two can run.</source>
        <translation>„%1“ leitet Port %2 des Hosts ebenfalls weiter: nur eine der beiden kann laufen.</translation>
    </message>
    <message>
        <source>Ports below 1024 are for root alone on most hosts (net.ipv4.ip_unprivileged_port_start). Take a higher one for the host; the guest&apos;s can be any.</source>
        <translation>Ports unter 1024 sind auf den meisten Hosts root vorbehalten (net.ipv4.ip_unprivileged_port_start). Für den Host einen höheren nehmen; der des Gasts ist beliebig.</translation>
    </message>
    <message>
        <source>At 0.0.0.0 everybody who reaches this host reaches the guest.</source>
        <translation>Mit 0.0.0.0 erreicht jeder, der diesen Host erreicht, auch den Gast.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HardwarePage</name>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>Die Maschine läuft: Änderungen hier gelten ab ihrem nächsten Start.</translation>
    </message>
    <message>
        <source>The machine runs: a drive&apos;s file and its rate limits change at once, everything else at the next start.</source>
        <translation>Die Maschine läuft: Datei und Ratenlimits eines Laufwerks ändern sich sofort, alles andere beim nächsten Start.</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>Laufwerk „%1“: %2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>Die Ratenlimits von „%1“ gelten jetzt.</translation>
    </message>
    <message>
        <source>The changes were not applied.</source>
        <translation>Die Änderungen wurden nicht angewendet.</translation>
    </message>
    <message>
        <source>Making the disk %1 was cancelled.</source>
        <translation>Das Anlegen der Disk %1 wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HelpDialog</name>
    <message>
        <source>Troubleshooting</source>
        <translation>Hilfe bei Fehlern</translation>
    </message>
    <message>
        <source>Open the whole document</source>
        <translation>Ganzes Dokument öffnen</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>Mehr dazu</translation>
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
        <translation>Auf diesem Host</translation>
    </message>
    <message>
        <source>Ma&amp;ke it…</source>
        <translation>Anle&amp;gen…</translation>
    </message>
    <message>
        <source>Ta&amp;ke it away…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>Kernel-Argument für die Adresse des Gasts</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>Befehle für die Adresse des Gasts</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Besitzer %1</translation>
    </message>
    <message>
        <source>owner: user %1</source>
        <translation>Besitzer: Benutzer %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>MTU %1</source>
        <translation>MTU %1</translation>
    </message>
    <message>
        <source>port of the bridge %1</source>
        <translation>Port der Bridge %1</translation>
    </message>
    <message>
        <source>address %1/%2</source>
        <translation>Adresse %1/%2</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>%1 carries this machine&apos;s packets.</source>
        <translation>%1 befördert die Pakete dieser Maschine.</translation>
    </message>
    <message>
        <source>The host: “%1 (os error %2)”</source>
        <translation>Der Host: „%1 (os error %2)“</translation>
    </message>
    <message>
        <source>An address for the guest: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>Eine Adresse für den Gast: die erste Zeile zu den Boot-Argumenten hinzufügen oder die anderen im Gast eingeben.</translation>
    </message>
    <message>
        <source>The guest asks the bridge&apos;s network for its address: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>Der Gast erfragt seine Adresse im Netzwerk der Bridge: die erste Zeile zu den Boot-Argumenten hinzufügen oder die anderen im Gast eingeben.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ImportOperation</name>
    <message>
        <source>The archive was not imported.</source>
        <translation>Das Archiv wurde nicht importiert.</translation>
    </message>
    <message>
        <source>Reading the archive</source>
        <translation>Archiv lesen</translation>
    </message>
    <message>
        <source>The drive “%1” is not in it.</source>
        <translation>Das Laufwerk „%1“ ist nicht darin.</translation>
    </message>
    <message>
        <source>Making the machine</source>
        <translation>Maschine anlegen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InlineMessage</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
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
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Select a machine to see its API requests.</source>
        <translation>Eine Maschine auswählen, um ihre API-Anfragen zu sehen.</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>Eine Anfrage senden</translation>
    </message>
    <message>
        <source>Filter by path</source>
        <translation>Nach Pfad filtern</translation>
    </message>
    <message>
        <source>Filter requests by path</source>
        <translation>Anfragen nach Pfad filtern</translation>
    </message>
    <message>
        <source>&amp;Errors only</source>
        <translation>Nur &amp;Fehler</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>&amp;Kopieren als</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Als &amp;curl kopieren</translation>
    </message>
    <message>
        <source>Copy all as &amp;shell script</source>
        <translation>Alle als &amp;Shell-Skript kopieren</translation>
    </message>
    <message>
        <source>Copy as configuration &amp;file</source>
        <translation>Als Konfigurations&amp;datei kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Go SDK program</source>
        <translation>Als &amp;Go-SDK-Programm kopieren</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>E&amp;dit and send again</source>
        <translation>&amp;Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Put this request into the form below</source>
        <translation>Diese Anfrage in das Formular unten übernehmen</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Body der Anfrage</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>Body der Antwort</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>Die Anfrage hat keinen Body.</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Die Antwort hat keinen Body.</translation>
    </message>
    <message>
        <source>Select a request to see what was said.</source>
        <translation>Eine Anfrage auswählen, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · waited %2, took %3</source>
        <comment>status, times</comment>
        <translation>%1 · gewartet: %2, gedauert: %3</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Keine Maschine ausgewählt</translation>
    </message>
    <message>
        <source>What is said to the engine appears here. Periodic polls are left out.</source>
        <translation>Hier erscheint, was mit der Engine ausgetauscht wird. Regelmäßige Abfragen werden ausgelassen.</translation>
    </message>
    <message>
        <source>Start the machine: what is said to its engine appears here. Periodic polls are left out.</source>
        <translation>Die Maschine starten: Hier erscheint, was mit ihrer Engine ausgetauscht wird. Regelmäßige Abfragen werden ausgelassen.</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Keine Maschine ist ausgewählt.</translation>
    </message>
    <message>
        <source>No engine runs. Start the machine first.</source>
        <translation>Es läuft keine Engine. Zuerst die Maschine starten.</translation>
    </message>
    <message>
        <source>Select a request first.</source>
        <translation>Zuerst eine Anfrage auswählen.</translation>
    </message>
    <message>
        <source>There are no requests.</source>
        <translation>Es gibt keine Anfragen.</translation>
    </message>
    <message>
        <source>Copy this request as a curl command line</source>
        <translation>Diese Anfrage als curl-Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copy as a command, a script, a file or a program</source>
        <translation>Als Befehl, Skript, Datei oder Programm kopieren</translation>
    </message>
    <message>
        <source>Forget the requests shown here</source>
        <translation>Die hier gezeigten Anfragen vergessen</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard.</source>
        <translation>Der curl-Befehl ist in der Zwischenablage.</translation>
    </message>
    <message numerus="yes">
        <source>A script of %n request(s) is on the clipboard.</source>
        <translation>
            <numerusform>Ein Skript mit %n Anfrage ist in der Zwischenablage.</numerusform>
            <numerusform>Ein Skript mit %n Anfragen ist in der Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration file is on the clipboard.</source>
        <translation>Die Konfigurationsdatei ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The Go program is on the clipboard.</source>
        <translation>Das Go-Programm ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceDialog</name>
    <message>
        <source>Add network interface</source>
        <translation>Netzwerkschnittstelle hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Network interface “%1”</source>
        <translation>Netzwerkschnittstelle „%1“</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>Host-Gerät</translation>
    </message>
    <message>
        <source>&amp;Host device</source>
        <translation>&amp;Host-Gerät</translation>
    </message>
    <message>
        <source>The TAP device of this host that the interface is connected to. The network page helps to make one.</source>
        <translation>Das TAP-Gerät dieses Hosts, mit dem die Schnittstelle verbunden ist. Die Seite „Netzwerk“ hilft, eines anzulegen.</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>The guest chooses</source>
        <translation>Der Gast wählt</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>Er&amp;zeugen</translation>
    </message>
    <message>
        <source>A locally administered address that no machine of yours has</source>
        <translation>Eine lokal verwaltete Adresse, die keine Ihrer Maschinen hat</translation>
    </message>
    <message>
        <source>&amp;MAC address</source>
        <translation>&amp;MAC-Adresse</translation>
    </message>
    <message>
        <source>The guest&apos;s default</source>
        <translation>Standard des Gasts</translation>
    </message>
    <message>
        <source>M&amp;TU</source>
        <translation>M&amp;TU</translation>
    </message>
    <message>
        <source>The largest packet, in bytes. The host&apos;s device should have the same.</source>
        <translation>Das größte Paket in Byte. Das Gerät des Hosts sollte denselben Wert haben.</translation>
    </message>
    <message>
        <source>Limits to the guest</source>
        <translation>Limits zum Gast</translation>
    </message>
    <message>
        <source>Limits from the guest</source>
        <translation>Limits vom Gast</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>Gilt sofort, während die Maschine läuft.</translation>
    </message>
    <message>
        <source>Another interface of this machine uses it; a device serves one.</source>
        <translation>Eine andere Schnittstelle dieser Maschine benutzt es; ein Gerät bedient nur eine.</translation>
    </message>
    <message>
        <source>Another machine has this address. In one network they would disturb each other.</source>
        <translation>Eine andere Maschine hat diese Adresse. In einem gemeinsamen Netzwerk würden sie einander stören.</translation>
    </message>
    <message>
        <source>TAP device of this host</source>
        <translation>TAP-Gerät dieses Hosts</translation>
    </message>
    <message>
        <source>User-mode (no root)</source>
        <translation>User-Mode (ohne root)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>User-mode needs the rootless jail and the program passt. For now it has to be the machine&apos;s only interface.</source>
        <translation>User-Mode braucht den Käfig ohne root und das Programm passt. Vorerst muss sie die einzige Schnittstelle der Maschine sein.</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>Portweiterleitungen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceLimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>Ratenlimits von „%1“</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>Zum Gast</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>Vom Gast</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>Sie gelten sofort, während die Maschine läuft.</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>Sie gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>Jetzt anwenden</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>Limits festlegen</translation>
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
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Not a name</source>
        <translation>Kein gültiger Name</translation>
    </message>
    <message>
        <source>No TAP support</source>
        <translation>Keine TAP-Unterstützung</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>No TAP device</source>
        <translation>Kein TAP-Gerät</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>Hier in Benutzung</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Guest chooses</source>
        <comment>MAC address</comment>
        <translation>Gast wählt</translation>
    </message>
    <message>
        <source>Default</source>
        <comment>MTU</comment>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>Host-Gerät</translation>
    </message>
    <message>
        <source>On the host</source>
        <translation>Auf dem Host</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>Zum Gast</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>Vom Gast</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>User-mode</source>
        <translation>User-Mode</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) forwarded</source>
        <translation>
            <numerusform>%n Port weitergeleitet</numerusform>
            <numerusform>%n Ports weitergeleitet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfacesCard</name>
    <message>
        <source>Network interfaces</source>
        <translation>Netzwerkschnittstellen</translation>
    </message>
    <message>
        <source>This machine has no network.</source>
        <translation>Diese Maschine hat kein Netzwerk.</translation>
    </message>
    <message>
        <source>&amp;Add interface…</source>
        <translation>Schnittstelle hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>B&amp;earbeiten…</translation>
    </message>
    <message>
        <source>Change the interface (Return)</source>
        <translation>Die Schnittstelle ändern (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>&amp;Limits…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Takes the interface out of the machine; the host&apos;s device stays (Delete)</source>
        <translation>Nimmt die Schnittstelle aus der Maschine; das Gerät des Hosts bleibt (Entf)</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>Schnittstelle „%1“: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JailPage</name>
    <message>
        <source>What the engine can see</source>
        <translation>Was die Engine sehen kann</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namensräume</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>In the jail</source>
        <translation>Im Käfig</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>Auf diesem Host</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>Käfig</translation>
    </message>
    <message>
        <source>Rootless jail</source>
        <translation>Käfig ohne root</translation>
    </message>
    <message>
        <source>No jail</source>
        <translation>Kein Käfig</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>&amp;Modus</translation>
    </message>
    <message>
        <source>The jailer&apos;s default: 2048</source>
        <translation>Vorgabe des Jailers: 2048</translation>
    </message>
    <message>
        <source>&amp;Open files</source>
        <translation>&amp;Offene Dateien</translation>
    </message>
    <message>
        <source>How many files and sockets the engine may have open at once.</source>
        <translation>Wie viele Dateien und Sockets die Engine gleichzeitig offen haben darf.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Largest &amp;file</source>
        <translation>Größte &amp;Datei</translation>
    </message>
    <message>
        <source>The engine makes no file grow beyond this. Snapshots of the memory need its size.</source>
        <translation>Die Engine lässt keine Datei darüber hinaus wachsen. Snapshots des Speichers brauchen dessen Größe.</translation>
    </message>
    <message>
        <source>The jail is made at the start: stop the machine to change it.</source>
        <translation>Der Käfig entsteht beim Start: zum Ändern die Maschine stoppen.</translation>
    </message>
    <message>
        <source>Limits belong to a jail.</source>
        <translation>Grenzen gehören zu einem Käfig.</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around the engine is its jail, and the choice above does not count.</source>
        <translation>Die Maschine läuft emuliert: die Hilfsmaschine um die Engine ist ihr Käfig, und die Auswahl oben zählt nicht.</translation>
    </message>
    <message>
        <source>Without a jail a guest that takes its engine over can do all that you can: read your files, and reach your network.</source>
        <translation>Ohne Käfig kann ein Gast, der seine Engine übernimmt, alles, was Sie können: Ihre Dateien lesen und Ihr Netzwerk erreichen.</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are weaker than promised. See the red rows.</source>
        <translation>
            <numerusform>%n Punkt ist schwächer als versprochen. Siehe die roten Zeilen.</numerusform>
            <numerusform>%n Punkte sind schwächer als versprochen. Siehe die roten Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that /proc tells of the engine is as promised.</source>
        <translation>Alles, was /proc über die Engine sagt, ist wie versprochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) cannot be proven: /proc does not tell.</source>
        <translation>
            <numerusform>%n Versprechen ist nicht beweisbar: /proc sagt es nicht.</numerusform>
            <numerusform>%n Versprechen sind nicht beweisbar: /proc sagt es nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the rootless jail the engine sees nothing but this machine&apos;s own files, and has no rights, also when a guest has taken it over. Where this host keeps user namespaces to root, root’s leave is asked for at each start; the jail and the engine’s rights in it are the same.</source>
        <translation>Im Käfig ohne root sieht die Engine nur die eigenen Dateien dieser Maschine und hat keine Rechte, auch wenn ein Gast sie übernommen hat. Wo dieser Rechner Benutzernamensräume root vorbehält, wird bei jedem Start um dessen Erlaubnis gefragt; der Käfig und die Rechte der Engine darin sind dieselben.</translation>
    </message>
    <message>
        <source>Rootless jail, by root’s leave</source>
        <translation>Käfig ohne root, mit Erlaubnis von root</translation>
    </message>
    <message>
        <source>By root’s leave: its helper is not installed</source>
        <translation>Mit Erlaubnis von root: das Hilfsprogramm ist nicht installiert</translation>
    </message>
    <message>
        <source>A start will fail: the helper that asks for root’s leave is not installed.</source>
        <translation>Ein Start wird scheitern: Das Hilfsprogramm, das um die Erlaubnis von root fragt, ist nicht installiert.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n Eintrag }</numerusform>
            <numerusform>{ %n Einträge }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n element(s) ]</source>
        <translation>
            <numerusform>[ %n Element ]</numerusform>
            <numerusform>[ %n Elemente ]</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonView</name>
    <message>
        <source>the object is not closed with }</source>
        <translation>das Objekt ist nicht mit } geschlossen</translation>
    </message>
    <message>
        <source>a : is missing after the name</source>
        <translation>ein : fehlt nach dem Namen</translation>
    </message>
    <message>
        <source>the array is not closed with ]</source>
        <translation>das Array ist nicht mit ] geschlossen</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>es fehlt ein Komma</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>dies ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>the text ends in a number</source>
        <translation>der Text endet in einer Zahl</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>dies ist keine Zahl</translation>
    </message>
    <message>
        <source>this escape sequence is not allowed</source>
        <translation>diese Escape-Sequenz ist nicht erlaubt</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>a string is not closed</source>
        <translation>eine Zeichenkette ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>ein Name in Anführungszeichen wird erwartet</translation>
    </message>
    <message>
        <source>the nesting is too deep</source>
        <translation>die Verschachtelung ist zu tief</translation>
    </message>
    <message>
        <source>the text is too large</source>
        <translation>der Text ist zu groß</translation>
    </message>
    <message>
        <source>there is text after the end</source>
        <translation>nach dem Ende folgt noch Text</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>dies ist kein JSON</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimiterCard</name>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Requests delayed by the limiter</source>
        <translation>Vom Begrenzer verzögerte Anfragen</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Bandwidth used of the limit, %1</source>
        <translation>Genutzter Anteil des Bandbreitenlimits, %1</translation>
    </message>
    <message>
        <source>Operations used of the limit, %1</source>
        <translation>Genutzter Anteil des Operationenlimits, %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 % of the limit</source>
        <translation>%1 % des Limits</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Limiters</name>
    <message>
        <source>%1: receiving</source>
        <translation>%1: Empfang</translation>
    </message>
    <message>
        <source>%1: sending</source>
        <translation>%1: Senden</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>Ratenlimits von „%1“</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>Sie gelten sofort, während die Maschine läuft.</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>Sie gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>Jetzt anwenden</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>Limits festlegen</translation>
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
        <translation>%1: %2 je %3</translation>
    </message>
    <message>
        <source>%1, and %2 once</source>
        <translation>%1 und einmalig %2</translation>
    </message>
    <message>
        <source>The limits are not known yet</source>
        <translation>Die Limits sind noch nicht bekannt</translation>
    </message>
    <message>
        <source>The engine is being asked.</source>
        <translation>Die Engine wird gefragt.</translation>
    </message>
    <message>
        <source>Rate limiters</source>
        <translation>Ratenbegrenzer</translation>
    </message>
    <message>
        <source>The limits are those that the engine has now. Drives get others under Hardware and network interfaces under Network, also while the machine runs; the entropy device under Hardware, for the next start.</source>
        <translation>Dies sind die Limits, die die Engine jetzt hat. Andere bekommen Laufwerke unter „Hardware“ und Netzwerkschnittstellen unter „Netzwerk“, auch während die Maschine läuft; das Entropiegerät unter „Hardware“, für den nächsten Start.</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not known.</source>
        <translation>Die Konfiguration der Engine ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not understood.</source>
        <translation>Die Konfiguration der Engine wird nicht verstanden.</translation>
    </message>
    <message>
        <source>Nothing is limited</source>
        <translation>Nichts ist begrenzt</translation>
    </message>
    <message>
        <source>No drive, network interface or entropy device of this machine has a rate limit. Set one under Hardware or Network.</source>
        <translation>Kein Laufwerk, keine Netzwerkschnittstelle und kein Entropiegerät dieser Maschine hat ein Ratenlimit. Unter „Hardware“ oder „Netzwerk“ eines festlegen.</translation>
    </message>
    <message>
        <source>%1 The limits appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1 Die Limits erscheinen hier, während sie läuft.</translation>
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
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogModel</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>No level</source>
        <translation>Ohne Level</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogsPage</name>
    <message>
        <source>Filter lines</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Filter lines by text</source>
        <translation>Zeilen nach Text filtern</translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation>Geringster gezeigter Schweregrad</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Level</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Warnungen und schwerer</translation>
    </message>
    <message>
        <source>Info and worse</source>
        <translation>Info und schwerer</translation>
    </message>
    <message>
        <source>Debug and worse</source>
        <translation>Debug und schwerer</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Die neueste Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>&amp;Jump to end</source>
        <translation>&amp;Zum Ende springen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>Da&amp;tei öffnen</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Logzeilen</translation>
    </message>
    <message>
        <source>Whole line</source>
        <translation>Ganze Zeile</translation>
    </message>
    <message>
        <source>Select a line to read all of it here.</source>
        <translation>Eine Zeile auswählen, um sie hier ganz zu lesen.</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>Noch kein Log</translation>
    </message>
    <message>
        <source>Select a machine to see its log.</source>
        <translation>Eine Maschine auswählen, um ihr Log zu sehen.</translation>
    </message>
    <message>
        <source>The log file was not opened.</source>
        <translation>Die Logdatei wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>Der Desktop kennt kein Programm für %1.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Select lines to copy first.</source>
        <translation>Zuerst die zu kopierenden Zeilen auswählen.</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>There are no lines.</source>
        <translation>Es gibt keine Zeilen.</translation>
    </message>
    <message>
        <source>Show the newest line and follow</source>
        <translation>Die neueste Zeile zeigen und folgen</translation>
    </message>
    <message>
        <source>There is no log file yet.</source>
        <translation>Es gibt noch keine Logdatei.</translation>
    </message>
    <message>
        <source>Open the file with the desktop&apos;s program for it</source>
        <translation>Die Datei mit dem dafür vorgesehenen Programm des Desktops öffnen</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Keine Maschine ausgewählt</translation>
    </message>
    <message>
        <source>The log level of this machine is “Off”: its engine writes no log.</source>
        <translation>Das Log-Level dieser Maschine ist „Aus“: Ihre Engine schreibt kein Log.</translation>
    </message>
    <message>
        <source>The engine writes its log here once the machine is started.</source>
        <translation>Die Engine schreibt ihr Log hierher, sobald die Maschine gestartet ist.</translation>
    </message>
    <message>
        <source>No line matches the filter (%1 in all).</source>
        <translation>Keine Zeile passt zum Filter (%1 insgesamt).</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Machine</name>
    <message>
        <source>What runs could not be recorded.</source>
        <translation>Was läuft, konnte nicht festgehalten werden.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>Ein anderer Manager startet sie gerade.</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>Die Maschine wird gestartet.</translation>
    </message>
    <message>
        <source>The machine is running already.</source>
        <translation>Die Maschine läuft schon.</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>Die Maschine läuft nicht.</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>Die Maschine wird gestoppt.</translation>
    </message>
    <message>
        <source>The engine does not answer. The machine can only be forced to stop.</source>
        <translation>Die Engine antwortet nicht. Die Maschine lässt sich nur mit „Stoppen erzwingen“ beenden.</translation>
    </message>
    <message>
        <source>The machine is paused already.</source>
        <translation>Die Maschine ist schon angehalten.</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>Die Maschine ist angehalten.</translation>
    </message>
    <message>
        <source>The machine is not paused.</source>
        <translation>Die Maschine ist nicht angehalten.</translation>
    </message>
    <message>
        <source>A change is being made.</source>
        <translation>Eine Änderung ist im Gange.</translation>
    </message>
    <message>
        <source>The machine has to be stopped first.</source>
        <translation>Die Maschine muss zuerst gestoppt werden.</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>„%1“ wurde nicht angehalten.</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>„%1“ wurde nicht fortgesetzt.</translation>
    </message>
    <message>
        <source>Ctrl-Alt-Del was not sent to “%1”.</source>
        <translation>Strg+Alt+Entf wurde nicht an „%1“ gesendet.</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>„%1“ wurde nicht gestoppt.</translation>
    </message>
    <message>
        <source>“%1” was not restarted.</source>
        <translation>„%1“ wurde nicht neu gestartet.</translation>
    </message>
    <message>
        <source>Resumed, so that the guest can power off</source>
        <translation>Fortgesetzt, damit der Gast sich ausschalten kann</translation>
    </message>
    <message>
        <source>Waiting for the guest to power off</source>
        <translation>Warten, bis der Gast sich ausschaltet</translation>
    </message>
    <message>
        <source>“%1” could not be resumed to power off.</source>
        <translation>„%1“ konnte nicht zum Ausschalten fortgesetzt werden.</translation>
    </message>
    <message>
        <source>It is forced to stop when the time is over.</source>
        <translation>Nach Ablauf der Zeit wird das Stoppen erzwungen.</translation>
    </message>
    <message>
        <source>The guest of “%1” could not be asked to power off.</source>
        <translation>Der Gast von „%1“ konnte nicht zum Ausschalten aufgefordert werden.</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>Engine wird beendet</translation>
    </message>
    <message>
        <source>Stopping “%1” was not cancelled.</source>
        <translation>Das Stoppen von „%1“ wurde nicht abgebrochen.</translation>
    </message>
    <message>
        <source>The engine is being ended already.</source>
        <translation>Die Engine wird schon beendet.</translation>
    </message>
    <message>
        <source>The machine is not being stopped.</source>
        <translation>Die Maschine wird nicht gestoppt.</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>„%1“ wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>Another manager has started it.</source>
        <translation>Ein anderer Manager hat sie gestartet.</translation>
    </message>
    <message>
        <source>Its configuration has sections that this engine does not support: %1.</source>
        <translation>Ihre Konfiguration hat Abschnitte, die diese Engine nicht unterstützt: %1.</translation>
    </message>
    <message>
        <source>Remove them from the configuration.</source>
        <translation>Diese aus der Konfiguration entfernen.</translation>
    </message>
    <message>
        <source>It has no kernel.</source>
        <translation>Sie hat keinen Kernel.</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>Einen Kernel wählen.</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>Ein anderer Prozess (%1) lauscht am API-Socket der Maschine.</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>Diesen Prozess beenden, dann die Maschine noch einmal starten.</translation>
    </message>
    <message>
        <source>Waiting for the checks of this host</source>
        <translation>Warten auf die Prüfungen dieses Hosts</translation>
    </message>
    <message>
        <source>The checks of this host did not end in time.</source>
        <translation>Die Prüfungen dieses Hosts wurden nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>Another manager is starting it, or %1 cannot be written to.</source>
        <translation>Ein anderer Manager startet sie gerade, oder in %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The engine’s process cannot be watched.</source>
        <translation>Der Prozess der Engine kann nicht beobachtet werden.</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>Die Maschine ist gestoppt.</translation>
    </message>
    <message>
        <source>Could not start: %1</source>
        <translation>Start nicht möglich: %1</translation>
    </message>
    <message>
        <source>The drive “%1” was not changed.</source>
        <translation>Das Laufwerk „%1“ wurde nicht geändert.</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>„%1“ wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The drive keeps its old settings. All other changes are saved.</source>
        <translation>Das Laufwerk behält seine alten Einstellungen. Alle anderen Änderungen sind gespeichert.</translation>
    </message>
    <message>
        <source>The running machine was not changed.</source>
        <translation>Die laufende Maschine wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The engine ended meanwhile.</source>
        <translation>Die Engine wurde inzwischen beendet.</translation>
    </message>
    <message>
        <source>The changes are saved and hold from the next start on.</source>
        <translation>Die Änderungen sind gespeichert und gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Attaching to the running engine</source>
        <translation>Verbindung zur laufenden Engine wird hergestellt</translation>
    </message>
    <message>
        <source>Process %1 listens on the machine’s API socket, but %2 cannot be read.</source>
        <translation>Prozess %1 lauscht am API-Socket der Maschine, aber %2 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>What ran could not be told: %1 was not readable.</source>
        <translation>Was lief, war nicht festzustellen: %1 war nicht lesbar.</translation>
    </message>
    <message>
        <source>Could not start: the manager ended while it was starting the machine.</source>
        <translation>Start nicht möglich: Der Manager wurde beendet, während er die Maschine startete.</translation>
    </message>
    <message>
        <source>Stopped unexpectedly: the host was restarted.</source>
        <translation>Unerwartet beendet: Der Host wurde neu gestartet.</translation>
    </message>
    <message>
        <source>Stopped unexpectedly. %1</source>
        <translation>Unerwartet beendet. %1</translation>
    </message>
    <message>
        <source>Stopped unexpectedly while no manager was running.</source>
        <translation>Unerwartet beendet, während kein Manager lief.</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket; the engine is process %2.</source>
        <translation>Ein anderer Prozess (%1) lauscht am API-Socket der Maschine; die Engine ist Prozess %2.</translation>
    </message>
    <message>
        <source>The engine ended while it was being started.</source>
        <translation>Die Engine wurde beendet, während sie gestartet wurde.</translation>
    </message>
    <message>
        <source>It was forced to stop.</source>
        <translation>Das Stoppen wurde erzwungen.</translation>
    </message>
    <message>
        <source>It was stopped from elsewhere.</source>
        <translation>Sie wurde von anderer Stelle gestoppt.</translation>
    </message>
    <message>
        <source>“%1” ended unexpectedly.</source>
        <translation>„%1“ wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>The engine ended by itself. Its exit status is not known, because another manager had started it.</source>
        <translation>Die Engine hat sich von selbst beendet. Ihr Exit-Status ist nicht bekannt, weil ein anderer Manager sie gestartet hatte.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Die Engine antwortet nicht.</translation>
    </message>
    <message>
        <source>The manager ended while it was starting the machine.</source>
        <translation>Der Manager wurde beendet, während er die Maschine startete.</translation>
    </message>
    <message>
        <source>The network interface “%1” was not changed.</source>
        <translation>Die Netzwerkschnittstelle „%1“ wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The interface keeps its old limits.</source>
        <translation>Die Schnittstelle behält ihre alten Limits.</translation>
    </message>
    <message>
        <source>It was stopped before it ran.</source>
        <translation>Sie wurde angehalten, bevor sie lief.</translation>
    </message>
    <message>
        <source>%1 lies on another file system than the machine’s folder, and the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 liegt auf einem anderen Dateisystem als der Ordner der Maschine, und der beim Start angelegte Käfig der Engine zeigt es nicht.</translation>
    </message>
    <message>
        <source>%1 lies where the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 liegt an einer Stelle, die der beim Start angelegte Käfig der Engine nicht zeigt.</translation>
    </message>
    <message>
        <source>The drive keeps its old file.</source>
        <translation>Das Laufwerk behält seine alte Datei.</translation>
    </message>
    <message>
        <source>Stop the machine and make the change then, or move the file to the file system of the machine’s folder.</source>
        <translation>Die Maschine stoppen und es dann ändern, oder die Datei auf das Dateisystem des Maschinenordners verschieben.</translation>
    </message>
    <message>
        <source>Its jail cannot be made on this host. %1</source>
        <translation>Ihr Käfig kann auf diesem Host nicht angelegt werden. %1</translation>
    </message>
    <message>
        <source>%1 Or let the machine run without a jail, on its Jail page.</source>
        <translation>%1 Oder die Maschine ohne Käfig laufen lassen, auf ihrer Seite „Käfig“.</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, and the machine is to run without one.</source>
        <translation>Ein User-Mode-Netzwerk braucht den Käfig ohne root, und die Maschine soll ohne Käfig laufen.</translation>
    </message>
    <message>
        <source>The emulator has no user-mode network.</source>
        <translation>Der Emulator hat kein User-Mode-Netzwerk.</translation>
    </message>
    <message>
        <source>Choose the rootless jail on its Jail page, or a TAP device on its Network page.</source>
        <translation>Auf ihrer Seite „Käfig“ den Käfig ohne root wählen oder auf ihrer Seite „Netzwerk“ ein TAP-Gerät.</translation>
    </message>
    <message>
        <source>Remove the interface on the machine’s Network page.</source>
        <translation>Die Schnittstelle auf der Seite „Netzwerk“ der Maschine entfernen.</translation>
    </message>
    <message>
        <source>A user-mode network needs passt, which needs user namespaces of its own: it cannot be had in a jail by root’s leave.</source>
        <translation>Ein Benutzernetzwerk braucht passt, und das braucht eigene Benutzernamensräume: In einem Käfig mit Erlaubnis von root ist es nicht zu haben.</translation>
    </message>
    <message>
        <source>Choose a TAP device on its Network page, or the rootless jail on its Jail page.</source>
        <translation>Wählen Sie ein TAP-Gerät auf der Seite „Netzwerk“ oder den Käfig ohne root auf der Seite „Käfig“.</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way or was interrupted.</source>
        <translation>Ein Snapshot wird gerade wiederhergestellt, oder das wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Try again in a moment: an interrupted one is undone by itself.</source>
        <translation>Gleich noch einmal versuchen: eine unterbrochene wird von selbst rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The engine was ended by signal %1 (%2).</source>
        <translation>Die Engine wurde durch Signal %1 (%2) beendet.</translation>
    </message>
    <message>
        <source>The guest has powered off or rebooted.</source>
        <translation>Der Gast hat sich ausgeschaltet oder neu gestartet.</translation>
    </message>
    <message>
        <source>The emulator’s helper machine failed.</source>
        <translation>Die Hilfsmaschine des Emulators ist ausgefallen.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 148: a system call that is not allowed.</source>
        <translation>Die Engine endete mit Exit-Code 148: ein nicht erlaubter Systemaufruf.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 149: memory of it could not be read or written.</source>
        <translation>Die Engine endete mit Exit-Code 149: Ein Teil ihres Speichers konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 150: an invalid memory access.</source>
        <translation>Die Engine endete mit Exit-Code 150: ein ungültiger Speicherzugriff.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 153: it does not know its command line.</source>
        <translation>Die Engine endete mit Exit-Code 153: Sie kennt ihre Befehlszeile nicht.</translation>
    </message>
    <message>
        <source>The engine ended with exit code %1.</source>
        <translation>Die Engine endete mit Exit-Code %1.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineActions</name>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export configuration…</source>
        <translation>Konfiguration exportieren…</translation>
    </message>
    <message>
        <source>Open directory</source>
        <translation>Verzeichnis öffnen</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Keine Maschine ist ausgewählt.</translation>
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
        <translation>Maschinen suchen</translation>
    </message>
    <message>
        <source>Looks at names, groups, tags and notes (Ctrl+F)</source>
        <translation>Sucht in Namen, Gruppen, Schlagwörtern und Notizen (Strg+F)</translation>
    </message>
    <message>
        <source>Filter by state and tag</source>
        <translation>Nach Zustand und Schlagwort filtern</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>Maschine erstellen…</translation>
    </message>
    <message>
        <source>Create a machine (Ctrl+N)</source>
        <translation>Eine Maschine erstellen (Strg+N)</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No machine matches the search and the filter.</source>
        <translation>Keine Maschine passt zu Suche und Filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Filter by state and tag: on</source>
        <translation>Nach Zustand und Schlagwort filtern: ein</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %n machine(s)</source>
        <translation>
            <numerusform>Gruppe %1, %n Maschine</numerusform>
            <numerusform>Gruppe %1, %n Maschinen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineStore</name>
    <message>
        <source>The machine was not copied.</source>
        <translation>Die Maschine wurde nicht kopiert.</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>Diese Maschine gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“%1” was not copied.</source>
        <translation>„%1“ wurde nicht kopiert.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>It is running, so its disks change while they are copied.</source>
        <translation>Sie läuft, deshalb würden sich ihre Disks während des Kopierens ändern.</translation>
    </message>
    <message>
        <source>Stop the machine first.</source>
        <translation>Zuerst die Maschine stoppen.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>„%1“ kopieren</translation>
    </message>
    <message>
        <source>Its disks are being copied.</source>
        <translation>Ihre Disks werden kopiert.</translation>
    </message>
    <message>
        <source>The machine was not deleted.</source>
        <translation>Die Maschine wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>„%1“ wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Sie läuft.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The machine was deleted meanwhile.</source>
        <translation>Die Maschine wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>The machine was not restored.</source>
        <translation>Die Maschine wurde nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>It is not in the trash any more.</source>
        <translation>Sie ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>It is still in the trash.</source>
        <translation>Sie ist noch im Papierkorb.</translation>
    </message>
    <message>
        <source>The machine was not deleted for good.</source>
        <translation>Die Maschine wurde nicht endgültig gelöscht.</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 wurde nicht importiert.</translation>
    </message>
    <message>
        <source>Choose a Firecracker configuration file (JSON).</source>
        <translation>Eine Firecracker-Konfigurationsdatei (JSON) wählen.</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>Dies ist kein JSON-Dokument: %1.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>„%1“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>It is not a machine&apos;s configuration: %1.</source>
        <translation>Dies ist keine Konfiguration einer Maschine: %1.</translation>
    </message>
    <message>
        <source>The section “%1” is kept, but this version cannot use it.</source>
        <translation>Der Abschnitt „%1“ bleibt erhalten, aber diese Version kann ihn nicht nutzen.</translation>
    </message>
    <message>
        <source>“%1” is not known to this version and was left out.</source>
        <translation>„%1“ ist dieser Version nicht bekannt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>Relative paths were taken from %1: %2.</source>
        <translation>Relative Pfade wurden ab %1 verstanden: %2.</translation>
    </message>
    <message>
        <source>“%1” was not exported to %2.</source>
        <translation>„%1“ wurde nicht nach %2 exportiert.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The folder has no machine.json.</source>
        <translation>Der Ordner enthält keine machine.json.</translation>
    </message>
    <message>
        <source>It is the definition of machine %1 but lies in the folder of %2.</source>
        <translation>Dies ist die Definition der Maschine %1, sie liegt aber im Ordner von %2.</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is used up; changes by other programs may not be seen. Raise fs.inotify.max_user_watches.</source>
        <translation>Die Höchstzahl beobachteter Ordner im System ist erreicht; Änderungen durch andere Programme bleiben vielleicht unbemerkt. fs.inotify.max_user_watches erhöhen.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>The settings of “%1” were not saved.</source>
        <translation>Die Einstellungen von „%1“ wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>The file has its old content.</source>
        <translation>Die Datei hat ihren alten Inhalt.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The machine “%1” was not made.</source>
        <translation>Die Maschine „%1“ wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>“%1” is no machine id.</source>
        <translation>„%1“ ist keine Maschinen-ID.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another program has changed %1 meanwhile.</source>
        <translation>Ein anderes Programm hat %1 inzwischen geändert.</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>Die Datei wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>Look at the settings as they are now, then make your change again.</source>
        <translation>Die jetzigen Einstellungen ansehen, dann die Änderung noch einmal vornehmen.</translation>
    </message>
    <message>
        <source>A machine must have a name.</source>
        <translation>Eine Maschine muss einen Namen haben.</translation>
    </message>
    <message>
        <source>The name is taken, or has surplus blanks.</source>
        <translation>Der Name ist vergeben oder enthält überflüssige Leerzeichen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another disk for the machine, or delete it.</source>
        <translation>Eine andere Disk für die Maschine wählen oder die Maschine löschen.</translation>
    </message>
    <message>
        <source>Its disk could not be made.</source>
        <translation>Ihre Disk konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Its disk is still being made.</source>
        <translation>Ihre Disk wird noch angelegt.</translation>
    </message>
    <message>
        <source>Another program is still making its disk.</source>
        <translation>Ein anderes Programm legt ihre Disk noch an.</translation>
    </message>
    <message>
        <source>Making its disk was interrupted.</source>
        <translation>Das Anlegen ihrer Disk wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The vsock’s socket will lie in the machine’s folder instead of being %1.</source>
        <translation>Der Socket des Vsock liegt dann im Ordner der Maschine, statt %1 zu sein.</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way.</source>
        <translation>Ein Snapshot wird gerade wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineView</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Pages of the machine</source>
        <translation>Seiten der Maschine</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Force now</source>
        <translation>Jetzt erzwingen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · emulated, slow</source>
        <comment>state and size</comment>
        <translation>%1 · emuliert, langsam</translation>
    </message>
    <message numerus="yes">
        <source>The guest was asked to shut down. It will be forced in %n second(s).</source>
        <translation>
            <numerusform>Der Gast wurde aufgefordert herunterzufahren. In %n Sekunde wird das Stoppen erzwungen.</numerusform>
            <numerusform>Der Gast wurde aufgefordert herunterzufahren. In %n Sekunden wird das Stoppen erzwungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration has changed. Some of it counts from the next start.</source>
        <translation>Die Konfiguration hat sich geändert. Ein Teil davon gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>Käfig</translation>
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
        <translation>Noch keine Maschinen</translation>
    </message>
    <message>
        <source>Create a microVM from your own kernel and disk, or try the demo: a stock Debian kernel with a small root file system, ready in about a minute.</source>
        <translation>Eine microVM aus eigenem Kernel und eigener Disk erstellen oder die Demo ausprobieren: ein Debian-Standardkernel mit kleinem Root-Dateisystem, in etwa einer Minute bereit.</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>Maschine erstellen…</translation>
    </message>
    <message>
        <source>Try the demo machine</source>
        <translation>Demo-Maschine ausprobieren</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Keine Maschine ausgewählt</translation>
    </message>
    <message>
        <source>Select a machine in the list to see it, or several to start or stop them together.</source>
        <translation>Eine Maschine in der Liste auswählen, um sie zu sehen, oder mehrere, um sie zusammen zu starten oder zu stoppen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Create machine…</source>
        <translation>Maschine &amp;erstellen…</translation>
    </message>
    <message>
        <source>Try the &amp;demo machine</source>
        <translation>&amp;Demo-Maschine ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Import configuration…</source>
        <translation>Konfiguration &amp;importieren…</translation>
    </message>
    <message>
        <source>De&amp;leted machines…</source>
        <translation>&amp;Gelöschte Maschinen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Machines keep running.</source>
        <translation>Maschinen laufen weiter.</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Maschine</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Search machines</source>
        <translation>Maschinen &amp;suchen</translation>
    </message>
    <message>
        <source>Go to the &amp;list</source>
        <translation>Zur &amp;Liste gehen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Sparkler</source>
        <translation>&amp;Über Sparkler</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) selected</source>
        <translation>
            <numerusform>%n Maschine ausgewählt</numerusform>
            <numerusform>%n Maschinen ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running. They go on when this window is closed.</source>
        <translation>
            <numerusform>%n Maschine läuft. Sie läuft weiter, wenn dieses Fenster geschlossen wird.</numerusform>
            <numerusform>%n Maschinen laufen. Sie laufen weiter, wenn dieses Fenster geschlossen wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>Eine Firecracker-Konfigurationsdatei importieren</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>Konfigurationsdateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The configuration was imported, with remarks.</source>
        <translation>Die Konfiguration wurde mit Anmerkungen importiert.</translation>
    </message>
    <message>
        <source>Export as a Firecracker configuration file</source>
        <translation>Als Firecracker-Konfigurationsdatei exportieren</translation>
    </message>
    <message>
        <source>Configuration files (*.json)</source>
        <translation>Konfigurationsdateien (*.json)</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were deleted.</source>
        <translation>
            <numerusform>%n Maschine wurde gelöscht.</numerusform>
            <numerusform>%n Maschinen wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht angewendete Änderungen</translation>
    </message>
    <message>
        <source>Changes to the hardware of a machine are not applied. Close and lose them?</source>
        <translation>Änderungen an der Hardware einer Maschine sind nicht angewendet. Schließen und sie verlieren?</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MakeTapDialog</name>
    <message>
        <source>What will run</source>
        <translation>Was ausgeführt wird</translation>
    </message>
    <message>
        <source>In a terminal</source>
        <translation>In einem Terminal</translation>
    </message>
    <message>
        <source>Make the device %1</source>
        <translation>Das Gerät %1 anlegen</translation>
    </message>
    <message>
        <source>Take the device %1 away</source>
        <translation>Das Gerät %1 entfernen</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>The &amp;host&apos;s network, behind its address (NAT)</source>
        <translation>Netzwerk des &amp;Hosts, hinter seiner Adresse (NAT)</translation>
    </message>
    <message>
        <source>A network of host and guest alone. The guest reaches what the host reaches; nobody reaches the guest from outside.</source>
        <translation>Ein Netzwerk nur aus Host und Gast. Der Gast erreicht, was der Host erreicht; von außen erreicht niemand den Gast.</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Net&amp;zwerk</translation>
    </message>
    <message>
        <source>Four addresses, of which the host gets the first and the guest the second.</source>
        <translation>Vier Adressen, von denen der Host die erste und der Gast die zweite bekommt.</translation>
    </message>
    <message>
        <source>A &amp;bridge</source>
        <translation>Eine &amp;Bridge</translation>
    </message>
    <message>
        <source>Machines on one bridge are in one network. It is made if it is not there.</source>
        <translation>Maschinen an einer Bridge sind in einem Netzwerk. Sie wird angelegt, wenn es sie nicht gibt.</translation>
    </message>
    <message>
        <source>Na&amp;me of the bridge</source>
        <translation>Na&amp;me der Bridge</translation>
    </message>
    <message>
        <source>&amp;Nothing yet</source>
        <translation>&amp;Noch keine</translation>
    </message>
    <message>
        <source>The device alone: you connect it yourself.</source>
        <translation>Nur das Gerät: Sie verbinden es selbst.</translation>
    </message>
    <message>
        <source>These commands, as administrator, one after the other.</source>
        <translation>Diese Befehle, als Administrator, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>Das Skript</translation>
    </message>
    <message>
        <source>The script in full</source>
        <translation>Das ganze Skript</translation>
    </message>
    <message>
        <source>Or type this instead of letting the manager run it.</source>
        <translation>Oder dies eingeben, statt es den Manager ausführen zu lassen.</translation>
    </message>
    <message>
        <source>&amp;Run as administrator</source>
        <translation>Als &amp;Administrator ausführen</translation>
    </message>
    <message>
        <source>The script network/make-tap of Sparkler&apos;s resources is missing.</source>
        <translation>Das Skript network/make-tap aus den Ressourcen von Sparkler fehlt.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Es wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>This host has no pkexec to ask for the administrator&apos;s password. Use the command for a terminal.</source>
        <translation>Dieser Host hat kein pkexec, um nach dem Passwort des Administrators zu fragen. Den Befehl für ein Terminal verwenden.</translation>
    </message>
    <message>
        <source>It would not work; see what is said above.</source>
        <translation>Es würde nicht funktionieren; siehe den Hinweis oben.</translation>
    </message>
    <message>
        <source>Make the network device %1</source>
        <translation>Das Netzwerkgerät %1 anlegen</translation>
    </message>
    <message>
        <source>Take the network device %1 away</source>
        <translation>Das Netzwerkgerät %1 entfernen</translation>
    </message>
    <message>
        <source>The device %1 was not made.</source>
        <translation>Das Gerät %1 wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>The device %1 is still there.</source>
        <translation>Das Gerät %1 ist noch da.</translation>
    </message>
    <message>
        <source>Nothing was changed on this host.</source>
        <translation>Auf diesem Host wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MemoryView</name>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Balloon target</source>
        <translation>Ziel des Ballons</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>Ballon</translation>
    </message>
    <message>
        <source>QEMU, resident on the host</source>
        <translation>QEMU, resident auf dem Host</translation>
    </message>
    <message>
        <source>Resident on the host</source>
        <translation>Resident auf dem Host</translation>
    </message>
    <message>
        <source>This machine runs emulated: its engine is inside a helper machine, and what the host holds is QEMU with all of that helper machine, which has more memory than the guest.</source>
        <translation>Diese Maschine läuft emuliert: Ihre Engine ist in einer Hilfsmaschine, und was der Host hält, ist QEMU mit dieser ganzen Hilfsmaschine, die mehr Speicher als der Gast hat.</translation>
    </message>
    <message>
        <source>Resident is what the host holds for the engine&apos;s process; nearly all of it is memory that the guest has touched and the balloon has not given back.</source>
        <translation>Resident ist, was der Host für den Prozess der Engine hält; fast alles davon ist Speicher, den der Gast berührt und der Ballon nicht zurückgegeben hat.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MergeOperation</name>
    <message>
        <source>The snapshot was not made full.</source>
        <translation>Der Snapshot wurde nicht vervollständigt.</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>Speicher zusammensetzen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>Noch keine Metriken</translation>
    </message>
    <message>
        <source>Select a machine to see its metrics.</source>
        <translation>Eine Maschine auswählen, um ihre Metriken zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>Dia&amp;gramme</translation>
    </message>
    <message>
        <source>&amp;All counters</source>
        <translation>Alle &amp;Zähler</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Keine Maschine ausgewählt</translation>
    </message>
    <message>
        <source>Waiting for the first sample</source>
        <translation>Warten auf den ersten Messwert</translation>
    </message>
    <message>
        <source>The engine is asked once a second.</source>
        <translation>Die Engine wird einmal pro Sekunde abgefragt.</translation>
    </message>
    <message>
        <source>%1 Metrics appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1 Metriken erscheinen hier, während sie läuft.</translation>
    </message>
    <message>
        <source>%1 The plots end with its last run.</source>
        <translation>%1 Die Diagramme enden mit ihrem letzten Lauf.</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Parts of the metrics</source>
        <translation>Teile der Metriken</translation>
    </message>
    <message>
        <source>&amp;Memory and balloon</source>
        <translation>&amp;Speicher und Ballon</translation>
    </message>
    <message>
        <source>Rate &amp;limits</source>
        <translation>Raten&amp;limits</translation>
    </message>
    <message>
        <source>Export metrics as CSV</source>
        <translation>Metriken als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The metrics were written to %1.</source>
        <translation>Die Metriken wurden in %1 geschrieben.</translation>
    </message>
    <message>
        <source>The metrics were not written to %1: %2</source>
        <translation>Die Metriken wurden nicht in %1 geschrieben: %2</translation>
    </message>
    <message>
        <source>The metrics are on the clipboard.</source>
        <translation>Die Metriken sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>The metrics are being written.</source>
        <translation>Die Metriken werden geschrieben.</translation>
    </message>
    <message>
        <source>Write what is in sight to a file (Ctrl+Shift+E)</source>
        <translation>Das Sichtbare in eine Datei schreiben (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Copy what is in sight to the clipboard (Ctrl+Shift+C)</source>
        <translation>Das Sichtbare in die Zwischenablage kopieren (Strg+Umschalt+C)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsDataCard</name>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>What the machine starts with: an object. A running machine gets it by the buttons below.</source>
        <translation>Womit die Maschine startet: ein Objekt. Eine laufende Maschine bekommt es über die Schaltflächen unten.</translation>
    </message>
    <message>
        <source>Metadata (JSON)</source>
        <translation>Metadaten (JSON)</translation>
    </message>
    <message>
        <source>Nothing. For instance: { &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</source>
        <translation>Nichts. Zum Beispiel: { &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</translation>
    </message>
    <message>
        <source>Metadata as a tree</source>
        <translation>Metadaten als Baum</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formatieren</translation>
    </message>
    <message>
        <source>&amp;Get from the machine</source>
        <translation>Von der Maschine h&amp;olen</translation>
    </message>
    <message>
        <source>P&amp;ut into the machine</source>
        <translation>In die Maschine &amp;schreiben</translation>
    </message>
    <message>
        <source>&amp;Patch the machine&apos;s</source>
        <translation>In der Maschine pat&amp;chen</translation>
    </message>
    <message>
        <source>Line 1, column 1: the metadata has to be an object, { … }.</source>
        <translation>Zeile 1, Spalte 1: Die Metadaten müssen ein Objekt sein, { … }.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes, without spaces</source>
        <translation>%1 von %2 Byte, ohne Leerraum</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>Es gibt keinen Text zum Senden.</translation>
    </message>
    <message>
        <source>Indents the text</source>
        <translation>Rückt den Text ein</translation>
    </message>
    <message>
        <source>Shows what the running machine&apos;s service has now</source>
        <translation>Zeigt, was der Dienst der laufenden Maschine jetzt hat</translation>
    </message>
    <message>
        <source>Replaces what the running machine&apos;s service has by this text</source>
        <translation>Ersetzt durch diesen Text, was der Dienst der laufenden Maschine hat</translation>
    </message>
    <message>
        <source>Merges this text into what the running machine&apos;s service has; null takes a name away</source>
        <translation>Führt diesen Text mit dem zusammen, was der Dienst der laufenden Maschine hat; null entfernt einen Namen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsGuestCard</name>
    <message>
        <source>As the guest sees it</source>
        <translation>Wie der Gast es sieht</translation>
    </message>
    <message>
        <source>The service is off: the guest gets no answer.</source>
        <translation>Der Dienst ist aus: Der Gast bekommt keine Antwort.</translation>
    </message>
    <message>
        <source>Commands for the guest</source>
        <translation>Befehle für den Gast</translation>
    </message>
    <message>
        <source>Worked out here from the text above, with the rules of the engine&apos;s service; the guest is not asked.</source>
        <translation>Hier aus dem Text oben nach den Regeln des Dienstes der Engine ermittelt; der Gast wird nicht gefragt.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Mit einem Token</translation>
    </message>
    <message>
        <source>Without a token</source>
        <translation>Ohne Token</translation>
    </message>
    <message>
        <source>With an expired token</source>
        <translation>Mit einem abgelaufenen Token</translation>
    </message>
    <message>
        <source>Seconds that a token is to live</source>
        <translation>Sekunden, die ein Token leben soll</translation>
    </message>
    <message>
        <source>A token for (&amp;seconds)</source>
        <translation>Ein Token für (Sek&amp;unden)</translation>
    </message>
    <message>
        <source>Pa&amp;th</source>
        <translation>&amp;Pfad</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>Accept: application/json</source>
        <translation>Accept: application/json</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
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
        <translation>Zum Ausprobieren im Gast: Die erste Zeile holt ein Token, das 300 Sekunden lang lebt; die zweite zeigt es im Header X-metadata-token vor und fragt nach dem Pfad. Der Gast braucht eine Route zur Adresse: ip route add %1 dev eth0.</translation>
    </message>
    <message>
        <source>To try it in the guest. It needs a route to the address: ip route add %1 dev eth0.</source>
        <translation>Zum Ausprobieren im Gast. Er braucht eine Route zur Adresse: ip route add %1 dev eth0.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsPage</name>
    <message>
        <source>No machine is selected.</source>
        <translation>Keine Maschine ist ausgewählt.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Die Engine antwortet nicht.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Warten auf die Antwort…</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>Die Maschine läuft: Änderungen hier gelten ab ihrem nächsten Start.</translation>
    </message>
    <message>
        <source>This is what the machine&apos;s service has.</source>
        <translation>Das hat der Dienst der Maschine.</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is merged with this text.</source>
        <translation>Die Metadaten der Maschine sind mit diesem Text zusammengeführt.</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is this text now.</source>
        <translation>Die Metadaten der Maschine sind jetzt dieser Text.</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata stays as it was.</source>
        <translation>Die Metadaten der Maschine bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsServiceForm</name>
    <message>
        <source>Metadata service</source>
        <translation>Metadatendienst</translation>
    </message>
    <message>
        <source>The guest can &amp;ask for metadata at an address of its network</source>
        <translation>Der Gast kann unter einer Adresse seines &amp;Netzwerks Metadaten abfragen</translation>
    </message>
    <message>
        <source>Plain text even for those who ask for &amp;JSON, as EC2 does</source>
        <translation>Klartext auch für alle, die nach &amp;JSON fragen, wie bei EC2</translation>
    </message>
    <message>
        <source>Version 2: with a token</source>
        <translation>Version 2: mit Token</translation>
    </message>
    <message>
        <source>Version 1: without (deprecated)</source>
        <translation>Version 1: ohne (veraltet)</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>Ve&amp;rsion</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>Adr&amp;esse</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Schnittstellen</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Schnittstelle %1</translation>
    </message>
    <message>
        <source>The machine has no network interface. Add one on the network page first.</source>
        <translation>Die Maschine hat keine Netzwerkschnittstelle. Zuerst auf der Seite „Netzwerk“ eine hinzufügen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::NetworkPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The machine runs: rate limits change at once, everything else at the next start.</source>
        <translation>Die Maschine läuft: Ratenlimits ändern sich sofort, alles andere beim nächsten Start.</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around it has no network devices of this host, so a start with network interfaces fails.</source>
        <translation>Die Maschine läuft emuliert: Die Hilfsmaschine um sie herum hat keine Netzwerkgeräte dieses Hosts, deshalb schlägt ein Start mit Netzwerkschnittstellen fehl.</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>Schnittstelle „%1“: %2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” are what they were.</source>
        <translation>Die Ratenlimits von „%1“ sind, wie sie waren.</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>Die Ratenlimits von „%1“ gelten jetzt.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, which the machine is not to have: choose it on the Jail page, or a start fails.</source>
        <translation>Ein User-Mode-Netzwerk braucht den Käfig ohne root, den die Maschine nicht haben soll: ihn auf der Seite „Käfig“ wählen, sonst schlägt ein Start fehl.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Keine Maschine ausgewählt</translation>
    </message>
    <message>
        <source>Select a machine, or create one.</source>
        <translation>Eine Maschine auswählen oder erstellen.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation>Boot-Argumente</translation>
    </message>
    <message>
        <source>Copy path: %1</source>
        <translation>Pfad kopieren: %1</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>Ordner öffnen: %1</translation>
    </message>
    <message>
        <source>Files and sockets</source>
        <translation>Dateien und Sockets</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>API socket</source>
        <translation>API-Socket</translation>
    </message>
    <message>
        <source>Console socket</source>
        <translation>Konsolen-Socket</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>What this machine is for</source>
        <translation>Wozu diese Maschine dient</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>Saved when you leave the field.</source>
        <translation>Wird beim Verlassen des Felds gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>of %n vCPU(s)</source>
        <comment>processor use</comment>
        <translation>
            <numerusform>von %n vCPU</numerusform>
            <numerusform>von %n vCPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>resident, helper machine included</source>
        <translation>resident, einschließlich Hilfsmaschine</translation>
    </message>
    <message>
        <source>resident, of %1 for the guest</source>
        <translation>resident, von %1 für den Gast</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Emulated: works without KVM, many times slower</source>
        <translation>Emuliert: funktioniert ohne KVM, um ein Vielfaches langsamer</translation>
    </message>
    <message>
        <source>Local KVM: this host&apos;s processor</source>
        <translation>Lokales KVM: der Prozessor dieses Hosts</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Known when the machine runs</source>
        <translation>Bekannt, wenn die Maschine läuft</translation>
    </message>
    <message>
        <source>The engine&apos;s default</source>
        <translation>Standard der Engine</translation>
    </message>
    <message>
        <source>This machine has no drives. Add one under Hardware.</source>
        <translation>Diese Maschine hat keine Laufwerke. Unter „Hardware“ eines hinzufügen.</translation>
    </message>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>Sparkler %1, API %2</source>
        <translation>Sparkler %1, API %2</translation>
    </message>
    <message>
        <source>The folder was not opened.</source>
        <translation>Der Ordner wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>Der Desktop kennt kein Programm für %1.</translation>
    </message>
    <message>
        <source>There is no folder %1 yet.</source>
        <translation>Den Ordner %1 gibt es noch nicht.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PathField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>Durchsuchen: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotControls</name>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Time shown in the plots</source>
        <translation>In den Diagrammen gezeigte Zeit</translation>
    </message>
    <message>
        <source>Resume plots</source>
        <translation>Diagramme fortsetzen</translation>
    </message>
    <message>
        <source>Pause plots</source>
        <translation>Diagramme anhalten</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotPlan</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Flush</source>
        <translation>Flush</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Port in</source>
        <translation>Port-Eingabe</translation>
    </message>
    <message>
        <source>Port out</source>
        <translation>Port-Ausgabe</translation>
    </message>
    <message>
        <source>MMIO read</source>
        <translation>MMIO lesen</translation>
    </message>
    <message>
        <source>MMIO write</source>
        <translation>MMIO schreiben</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>Vom Gast</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>Zum Gast</translation>
    </message>
    <message>
        <source>all drives</source>
        <translation>alle Laufwerke</translation>
    </message>
    <message>
        <source>all interfaces</source>
        <translation>alle Schnittstellen</translation>
    </message>
    <message>
        <source>Drive throughput, %1</source>
        <translation>Laufwerksdurchsatz, %1</translation>
    </message>
    <message>
        <source>Drive operations, %1</source>
        <translation>Laufwerksoperationen, %1</translation>
    </message>
    <message>
        <source>Network throughput, %1</source>
        <translation>Netzwerkdurchsatz, %1</translation>
    </message>
    <message>
        <source>Network packets, %1</source>
        <translation>Netzwerkpakete, %1</translation>
    </message>
    <message>
        <source>Held back by rate limiters</source>
        <translation>Von Ratenbegrenzern zurückgehalten</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>vCPU exits</source>
        <translation>vCPU-Exits</translation>
    </message>
    <message>
        <source>Serial console</source>
        <translation>Serielle Konsole</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>Interrupts</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Latency, average</source>
        <translation>Latenz, Durchschnitt</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>By rate limiter</source>
        <translation>Durch Ratenbegrenzer</translation>
    </message>
    <message>
        <source>By full I/O queue</source>
        <translation>Durch volle I/O-Warteschlange</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Latency of sending, average</source>
        <translation>Latenz beim Senden, Durchschnitt</translation>
    </message>
    <message>
        <source>TAP write</source>
        <translation>TAP schreiben</translation>
    </message>
    <message>
        <source>No guest buffer</source>
        <translation>Kein Puffer im Gast</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Inflating and deflating</source>
        <translation>Füllen und Leeren</translation>
    </message>
    <message>
        <source>Inflate</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Deflate</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Given back to the host</source>
        <translation>An den Host zurückgegeben</translation>
    </message>
    <message>
        <source>By reporting</source>
        <translation>Durch Reporting</translation>
    </message>
    <message>
        <source>By hinting</source>
        <translation>Durch Hinting</translation>
    </message>
    <message>
        <source>Random data</source>
        <translation>Zufallsdaten</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Exits</translation>
    </message>
    <message>
        <source>Time for an exit, average</source>
        <translation>Zeit für einen Exit, Durchschnitt</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>Byte pro Sekunde</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Time taken per second</source>
        <translation>Benötigte Zeit pro Sekunde</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
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
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>A&amp;nzeigen:</translation>
    </message>
    <message>
        <source>Plots of</source>
        <translation>Diagramme für</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Chosen counters</source>
        <translation>Ausgewählte Zähler</translation>
    </message>
    <message>
        <source>Those that are ticked under “All counters”</source>
        <translation>Die unter „Alle Zähler“ angehakten</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>Latenzen</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Engine process</source>
        <translation>Engine-Prozess</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>now %1 on average</source>
        <translation>jetzt %1 im Durchschnitt</translation>
    </message>
    <message>
        <source>since the start %1</source>
        <translation>seit dem Start %1</translation>
    </message>
    <message>
        <source>shortest %1, longest %2</source>
        <translation>kürzeste %1, längste %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Failures were counted: %1</source>
        <translation>Es wurden Fehler gezählt: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ProofCard</name>
    <message>
        <source>proven from /proc</source>
        <translation>aus /proc bewiesen</translation>
    </message>
    <message>
        <source>weaker than promised</source>
        <translation>schwächer als versprochen</translation>
    </message>
    <message>
        <source>promised, but /proc does not tell</source>
        <translation>versprochen, aber /proc sagt es nicht</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RateLimiterEditor</name>
    <message>
        <source>Limit bandwidth</source>
        <translation>Bandbreite begrenzen</translation>
    </message>
    <message>
        <source>Limit operations</source>
        <translation>Operationen begrenzen</translation>
    </message>
    <message>
        <source>Edit token buckets directly</source>
        <translation>Token-Buckets direkt bearbeiten</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Readiness</name>
    <message>
        <source>You may not use /dev/kvm.</source>
        <translation>Sie dürfen /dev/kvm nicht benutzen.</translation>
    </message>
    <message>
        <source>Join the group “kvm”, then log out and in again.</source>
        <translation>Der Gruppe „kvm“ beitreten, dann ab- und wieder anmelden.</translation>
    </message>
    <message>
        <source>Switch on virtualisation in the firmware (VT-x or AMD-V), or nested virtualisation if this host is a virtual machine itself. Without it machines run emulated, slowly.</source>
        <translation>Virtualisierung in der Firmware einschalten (VT-x oder AMD-V) oder verschachtelte Virtualisierung, falls dieser Host selbst eine virtuelle Maschine ist. Ohne sie laufen Maschinen emuliert, also langsam.</translation>
    </message>
    <message>
        <source>Machines can run emulated instead, slowly.</source>
        <translation>Maschinen können stattdessen emuliert laufen, langsam.</translation>
    </message>
    <message>
        <source>KVM can run stock kernels.</source>
        <translation>KVM kann Standardkernel ausführen.</translation>
    </message>
    <message numerus="yes">
        <source>KVM did not answer within %n second(s).</source>
        <translation>
            <numerusform>KVM hat nicht innerhalb von %n Sekunde geantwortet.</numerusform>
            <numerusform>KVM hat nicht innerhalb von %n Sekunden geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>KVM is there, but cannot run a stock kernel: %1</source>
        <translation>KVM ist da, kann aber keinen Standardkernel ausführen: %1</translation>
    </message>
    <message>
        <source>KVM cannot be used: %1</source>
        <translation>KVM kann nicht benutzt werden: %1</translation>
    </message>
    <message>
        <source>Whether KVM works could not be found out: sparkler-kvm-probe failed. %1</source>
        <translation>Ob KVM funktioniert, war nicht herauszufinden: sparkler-kvm-probe ist fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>There is no /dev/kvm on this host.</source>
        <translation>Auf diesem Host gibt es kein /dev/kvm.</translation>
    </message>
    <message>
        <source>KVM is there. Whether it can run stock kernels is not known: sparkler-kvm-probe was not found.</source>
        <translation>KVM ist da. Ob es Standardkernel ausführen kann, ist nicht bekannt: sparkler-kvm-probe wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine.</source>
        <translation>Sparkler vollständig installieren oder die Engine wählen.</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>Das Programm sparkler-engine wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Version %1, API level %2: %3</source>
        <translation>Version %1, API-Level %2: %3</translation>
    </message>
    <message>
        <source>%1 is Firecracker %2, not Sparkler’s engine: machines have no console here.</source>
        <translation>%1 ist Firecracker %2, nicht die Engine von Sparkler: Maschinen haben hier keine Konsole.</translation>
    </message>
    <message>
        <source>%1 does not run: %2</source>
        <translation>%1 läuft nicht: %2</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>The free space for %1 is not known.</source>
        <translation>Der freie Platz für %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Only %1 are free for machines in %2.</source>
        <translation>Nur %1 sind für Maschinen in %2 frei.</translation>
    </message>
    <message>
        <source>%1 are free for machines.</source>
        <translation>%1 sind für Maschinen frei.</translation>
    </message>
    <message>
        <source>Free some space, or set XDG_DATA_HOME to a folder on a larger disk.</source>
        <translation>Platz schaffen oder XDG_DATA_HOME auf einen Ordner auf einer größeren Disk setzen.</translation>
    </message>
    <message>
        <source>The paths of the sockets are short enough.</source>
        <translation>Die Pfade der Sockets sind kurz genug.</translation>
    </message>
    <message numerus="yes">
        <source>The paths of the machines’ sockets in %1 are %n byte(s) too long for the system.</source>
        <translation>
            <numerusform>Die Pfade der Maschinen-Sockets in %1 sind für das System um %n Byte zu lang.</numerusform>
            <numerusform>Die Pfade der Maschinen-Sockets in %1 sind für das System um %n Byte zu lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>XDG_DATA_HOME auf einen Ordner mit kürzerem Pfad setzen.</translation>
    </message>
    <message>
        <source>Machines can run emulated.</source>
        <translation>Maschinen können emuliert laufen.</translation>
    </message>
    <message>
        <source>The program qemu-system-x86_64 was not found.</source>
        <translation>Das Programm qemu-system-x86_64 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Sparkler’s emulator was not found.</source>
        <translation>Der Emulator von Sparkler wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install QEMU to run machines without KVM.</source>
        <translation>QEMU installieren, um Maschinen ohne KVM auszuführen.</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Sparkler vollständig installieren.</translation>
    </message>
    <message>
        <source>Not needed, since KVM can be used.</source>
        <translation>Nicht nötig, da KVM benutzt werden kann.</translation>
    </message>
    <message>
        <source>Hardware virtualisation</source>
        <translation>Hardware-Virtualisierung</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Jailer</source>
        <translation>Jailer</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Socket paths</source>
        <translation>Socket-Pfade</translation>
    </message>
    <message>
        <source>Emulator</source>
        <translation>Emulator</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>Das Programm sparkler-jailer wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>%1 is no program.</source>
        <translation>%1 ist kein Programm.</translation>
    </message>
    <message>
        <source>The program passt was not found; machines can have no user-mode network.</source>
        <translation>Das Programm passt wurde nicht gefunden; Maschinen können kein User-Mode-Netzwerk haben.</translation>
    </message>
    <message>
        <source>Install passt.</source>
        <translation>passt installieren.</translation>
    </message>
    <message>
        <source>User namespaces</source>
        <translation>Benutzer-Namensräume</translation>
    </message>
    <message>
        <source>User-mode network</source>
        <translation>User-Mode-Netzwerk</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Control Groups</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ReadinessStrip</name>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation>Einstellungen öffnen…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveOperation</name>
    <message>
        <source>The snapshot was not removed.</source>
        <translation>Der Snapshot wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>Making a diff full (%1 of %2)</source>
        <translation>Differenz vervollständigen (%1 von %2)</translation>
    </message>
    <message>
        <source>All snapshots are still there.</source>
        <translation>Alle Snapshots sind noch da.</translation>
    </message>
    <message>
        <source>The snapshots are being removed.</source>
        <translation>Die Snapshots werden gerade gelöscht.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveSnapshotDialog</name>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>No other snapshot needs it. Machines that were made from it stay: they have copies of their own.</source>
        <translation>Kein anderer Snapshot braucht ihn. Maschinen, die daraus entstanden sind, bleiben: sie haben eigene Kopien.</translation>
    </message>
    <message>
        <source>These diffs are of no use without it: %1.</source>
        <comment>names of snapshots</comment>
        <translation>Diese Differenzen sind ohne ihn nutzlos: %1.</translation>
    </message>
    <message>
        <source>What becomes of them</source>
        <translation>Was aus ihnen wird</translation>
    </message>
    <message>
        <source>&amp;Keep them: make them full first</source>
        <translation>&amp;Behalten: vorher vervollständigen</translation>
    </message>
    <message>
        <source>Their memory is put together. That takes time and space.</source>
        <translation>Ihr Speicher wird zusammengesetzt. Das braucht Zeit und Platz.</translation>
    </message>
    <message>
        <source>Delete &amp;them, too</source>
        <translation>&amp;Ebenfalls löschen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a snapshot</comment>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>snapshots</comment>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of snapshots</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Made full first: %1.</source>
        <comment>names of snapshots</comment>
        <translation>Vorher vervollständigt: %1.</translation>
    </message>
    <message>
        <source>Deleted: %1.</source>
        <comment>names of snapshots</comment>
        <translation>Gelöscht: %1.</translation>
    </message>
    <message>
        <source>This frees %1 at most, and cannot be undone.</source>
        <comment>size</comment>
        <translation>Das gibt höchstens %1 frei und lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RequestForm</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Body (JSON)</source>
        <translation>Body (JSON)</translation>
    </message>
    <message>
        <source>A path begins with “/”.</source>
        <translation>Ein Pfad beginnt mit „/“.</translation>
    </message>
    <message>
        <source>A path holds no blanks and only ASCII characters.</source>
        <translation>Ein Pfad enthält keine Leerzeichen und nur ASCII-Zeichen.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Warten auf die Antwort…</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Return)</source>
        <translation>Die Anfrage senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>JSON body, or nothing</source>
        <translation>JSON-Body oder nichts</translation>
    </message>
    <message>
        <source>GET requests have no body.</source>
        <translation>GET-Anfragen haben keinen Body.</translation>
    </message>
    <message>
        <source>The request goes straight to the engine. What it changes is not written to the machine&apos;s definition.</source>
        <translation>Die Anfrage geht direkt an die Engine. Was sie ändert, wird nicht in die Definition der Maschine geschrieben.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ResourcesForm</name>
    <message>
        <source>Processors and memory</source>
        <translation>Prozessoren und Speicher</translation>
    </message>
    <message>
        <source>Virtual &amp;CPUs</source>
        <translation>Virtuelle &amp;CPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Mem&amp;ory</source>
        <translation>S&amp;peicher</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>2 MiB, reserved on the host</source>
        <translation>2 MiB, auf dem Host reserviert</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Hu&amp;ge pages</source>
        <translation>Hu&amp;ge Pages</translation>
    </message>
    <message>
        <source>H&amp;yper-threading: the guest sees two threads a core</source>
        <translation>H&amp;yper-Threading: Der Gast sieht zwei Threads pro Kern</translation>
    </message>
    <message>
        <source>Track &amp;written pages, for incremental snapshots</source>
        <translation>Geschriebene Seiten ver&amp;folgen, für inkrementelle Snapshots</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreOperation</name>
    <message>
        <source>“%1” was not restored.</source>
        <translation>„%1“ wurde nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Preparing memory and drives</source>
        <translation>Speicher und Laufwerke vorbereiten</translation>
    </message>
    <message>
        <source>The machine is being started from the snapshot.</source>
        <translation>Die Maschine wird aus dem Snapshot gestartet.</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>Die Maschine wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>Engine beenden</translation>
    </message>
    <message>
        <source>Putting the drives back</source>
        <translation>Laufwerke zurücksetzen</translation>
    </message>
    <message>
        <source>Its drives and settings are as before, and it is stopped.</source>
        <translation>Ihre Laufwerke und Einstellungen sind wie vorher, und sie ist gestoppt.</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>Snapshot laden</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>Ein anderer Manager startet sie gerade.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreSnapshotDialog</name>
    <message>
        <source>Restore “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>The machine goes back to “%1” of %2: its memory, its devices, its drives and its settings. Its name, group, tags and notes stay.</source>
        <translation>Die Maschine kehrt zu „%1“ vom %2 zurück: Speicher, Geräte, Laufwerke und Einstellungen. Name, Gruppe, Tags und Notizen bleiben.</translation>
    </message>
    <message>
        <source>Take a snapshot of the &amp;present state first</source>
        <translation>Vorher einen Snapshot des &amp;jetzigen Zustands aufnehmen</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on afterwards</source>
        <translation>Den Gast danach &amp;weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Note which memory the guest touches first</source>
        <translation>&amp;Merken, welchen Speicher der Gast zuerst berührt</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Was verloren geht</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>Auf diesem Host</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>Spätere Wiederherstellungen dieses Snapshots holen diesen Speicher in großen Schritten und sind schneller.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
        <source>Looking whether it can be restored here…</source>
        <translation>Es wird geprüft, ob er hier wiederhergestellt werden kann…</translation>
    </message>
    <message>
        <source>• %1</source>
        <comment>one of several sentences</comment>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>Processor, engine and files fit.</source>
        <translation>Prozessor, Engine und Dateien passen.</translation>
    </message>
    <message>
        <source>It cannot be restored as things are; see what is said above.</source>
        <translation>So lässt er sich nicht wiederherstellen; siehe oben.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Runner</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>Das Programm sparkler-engine wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine in the settings.</source>
        <translation>Sparkler vollständig installieren oder die Engine in den Einstellungen wählen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SerialForm</name>
    <message>
        <source>Serial port</source>
        <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
        <source>Keep or &amp;slow down the serial port&apos;s output</source>
        <translation>Die Ausgabe der seriellen Schnittstelle aufbewahren oder &amp;bremsen</translation>
    </message>
    <message>
        <source>File of the serial port</source>
        <translation>Datei der seriellen Schnittstelle</translation>
    </message>
    <message>
        <source>Limit output</source>
        <translation>Ausgabe begrenzen</translation>
    </message>
    <message>
        <source>The engine&apos;s standard output</source>
        <translation>Die Standardausgabe der Engine</translation>
    </message>
    <message>
        <source>A file in the machine&apos;s folder</source>
        <translation>Eine Datei im Ordner der Maschine</translation>
    </message>
    <message>
        <source>A file or named pipe of yours</source>
        <translation>Eine eigene Datei oder Named Pipe</translation>
    </message>
    <message>
        <source>&amp;Output goes to</source>
        <translation>Aus&amp;gabe geht an</translation>
    </message>
    <message>
        <source>The console page shows it all the same.</source>
        <translation>Die Seite „Konsole“ zeigt sie trotzdem.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File or named pipe</source>
        <translation>Datei oder Named Pipe</translation>
    </message>
    <message>
        <source>F&amp;ile or pipe</source>
        <translation>Datei oder &amp;Pipe</translation>
    </message>
    <message>
        <source>It has to be there. A pipe needs a reader.</source>
        <translation>Sie muss vorhanden sein. Eine Pipe braucht einen Leser.</translation>
    </message>
    <message>
        <source>What a guest prints faster than this waits.</source>
        <translation>Was ein Gast schneller ausgibt, wartet.</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>Den vollständigen Pfad ab dem Wurzelverzeichnis angeben.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Dies ist ein Ordner.</translation>
    </message>
    <message>
        <source>You may not write to this file.</source>
        <translation>Sie dürfen nicht in diese Datei schreiben.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SettingsDialog</name>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This file is not a program.</source>
        <translation>Diese Datei ist kein Programm.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Engine program</source>
        <translation>Engine-Programm</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Counts from the next start of Sparkler.</source>
        <translation>Gilt ab dem nächsten Start von Sparkler.</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>&amp;Time to shut down</source>
        <translation>&amp;Zeit zum Herunterfahren</translation>
    </message>
    <message>
        <source>A guest that has not ended by then is stopped by force.</source>
        <translation>Bei einem Gast, der bis dahin nicht fertig ist, wird das Stoppen erzwungen.</translation>
    </message>
    <message>
        <source>&amp;Engine program</source>
        <translation>&amp;Engine-Programm</translation>
    </message>
    <message>
        <source>Leave empty to use the one that came with Sparkler. Counts from the next start.</source>
        <translation>Leer lassen, um die mit Sparkler gelieferte zu verwenden. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
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
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Console: copy, paste</source>
        <translation>Konsole: kopieren, einfügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C, Ctrl+Shift+V</source>
        <translation>Strg+Umschalt+C, Strg+Umschalt+V</translation>
    </message>
    <message>
        <source>Console: search</source>
        <translation>Konsole: suchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Strg+Umschalt+F</translation>
    </message>
    <message>
        <source>Console: leave with the keyboard</source>
        <translation>Konsole: mit der Tastatur verlassen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Tab</source>
        <translation>Strg+Umschalt+Tab</translation>
    </message>
    <message>
        <source>Console: text size</source>
        <translation>Konsole: Textgröße</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+-, Ctrl+0</source>
        <translation>Strg++, Strg+-, Strg+0</translation>
    </message>
    <message>
        <source>Plot: move the crosshair, pause</source>
        <translation>Diagramm: Fadenkreuz bewegen, anhalten</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>Links, Rechts, Leertaste</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Metrics: export as CSV, copy as CSV</source>
        <translation>Metriken: als CSV exportieren, als CSV kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E, Ctrl+Shift+C</source>
        <translation>Strg+Umschalt+E, Strg+Umschalt+C</translation>
    </message>
    <message>
        <source>Metrics: search the counters</source>
        <translation>Metriken: Zähler durchsuchen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Snapshots: take one, rename, delete</source>
        <translation>Snapshots: aufnehmen, umbenennen, löschen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S, F2, Delete</source>
        <translation>Strg+Umschalt+S, F2, Entf</translation>
    </message>
    <message>
        <source>Snapshots: search</source>
        <translation>Snapshots: suchen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDetails</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>Name des Snapshots</translation>
    </message>
    <message>
        <source>Saved when you leave the field</source>
        <translation>Wird beim Verlassen des Felds gespeichert</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Guest stood still</source>
        <translation>Gast stand still</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf der Platte</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Stammt von</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Gebraucht von</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wozu er dient</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>The console at that moment</source>
        <translation>Die Konsole in diesem Moment</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time and kind of snapshot</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>%1 lang</translation>
    </message>
    <message>
        <source>It was paused already</source>
        <translation>Er war schon angehalten</translation>
    </message>
    <message>
        <source>%1 (state %2)</source>
        <comment>size on disk</comment>
        <translation>%1 (Zustand %2)</translation>
    </message>
    <message>
        <source>%1 RAM · %2</source>
        <comment>memory and processors</comment>
        <translation>%1 RAM · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
            <numerusform>%n vCPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>A start of the machine</source>
        <translation>Einem Start der Maschine</translation>
    </message>
    <message>
        <source>No other snapshot</source>
        <translation>Keinem anderen Snapshot</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of snapshots</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Not verified in this session</source>
        <translation>In dieser Sitzung nicht geprüft</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>Laufwerk „%1“</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size of a drive, and how it was copied</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It can be restored here: processor, engine and files fit.</source>
        <translation>Er kann hier wiederhergestellt werden: Prozessor, Engine und Dateien passen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDialog</name>
    <message>
        <source>Try it &amp;nevertheless: the guest may crash, or not go on at all</source>
        <translation>Es &amp;trotzdem versuchen: Der Gast kann abstürzen oder gar nicht weiterlaufen</translation>
    </message>
    <message>
        <source>Decide first whether to take the risk that is told above.</source>
        <translation>Entscheiden Sie erst, ob Sie das oben genannte Risiko eingehen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotLibrary</name>
    <message>
        <source>Name and note were not changed.</source>
        <translation>Name und Notiz wurden nicht geändert.</translation>
    </message>
    <message>
        <source>A name has between 1 and %1 characters.</source>
        <translation>Ein Name hat zwischen 1 und %1 Zeichen.</translation>
    </message>
    <message>
        <source>A note has %1 characters at most.</source>
        <translation>Eine Notiz hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The machine’s snapshots are still being read.</source>
        <translation>Die Snapshots der Maschine werden noch gelesen.</translation>
    </message>
    <message>
        <source>Another task works on the machine’s snapshots: %1.</source>
        <translation>Eine andere Aufgabe arbeitet an den Snapshots der Maschine: %1.</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>Diesen Snapshot gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Its memory is not whole: a snapshot that it is a diff of is missing or damaged.</source>
        <translation>Sein Speicher ist nicht vollständig: Ein Snapshot, auf dem er als Differenz beruht, fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Only a machine that runs or is paused can be snapshotted.</source>
        <translation>Nur von einer Maschine, die läuft oder angehalten ist, lässt sich ein Snapshot aufnehmen.</translation>
    </message>
    <message>
        <source>The drive “%1” cannot be copied: %2 is not a regular file.</source>
        <translation>Das Laufwerk „%1“ kann nicht kopiert werden: %2 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>A diff has what has changed since a snapshot that this engine made or was started from, and there is none. Make a full one first.</source>
        <translation>Eine Differenz enthält, was sich seit einem Snapshot geändert hat, den diese Engine gemacht hat oder aus dem sie gestartet wurde, und es gibt keinen. Zuerst einen vollen aufnehmen.</translation>
    </message>
    <message>
        <source>With huge pages a diff needs the machine’s setting “track dirty pages”.</source>
        <translation>Mit großen Speicherseiten braucht eine Differenz die Einstellung „geänderte Seiten verfolgen“ der Maschine.</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>Diese Maschine gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>Die Maschine wird gerade gestartet.</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>Die Maschine wird gerade gestoppt.</translation>
    </message>
    <message>
        <source>It is full already.</source>
        <translation>Er ist schon voll.</translation>
    </message>
    <message numerus="yes">
        <source>%n diff(s) need it.</source>
        <translation>
            <numerusform>%n Differenz braucht ihn.</numerusform>
            <numerusform>%n Differenzen brauchen ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>The memory of “%1” cannot be put together.</source>
        <translation>Der Speicher von „%1“ lässt sich nicht zusammensetzen.</translation>
    </message>
    <message>
        <source>A task works on it: %1.</source>
        <translation>Eine Aufgabe arbeitet daran: %1.</translation>
    </message>
    <message>
        <source>Snapshot of “%1”</source>
        <translation>Snapshot von „%1“</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>Start %n machine(s) from “%1”</source>
        <translation>
            <numerusform>%n Maschine aus „%1“ starten</numerusform>
            <numerusform>%n Maschinen aus „%1“ starten</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a snapshot</source>
        <translation>Einen Snapshot löschen</translation>
    </message>
    <message>
        <source>Make a snapshot full</source>
        <translation>Einen Snapshot vervollständigen</translation>
    </message>
    <message>
        <source>Export a snapshot</source>
        <translation>Einen Snapshot exportieren</translation>
    </message>
    <message>
        <source>Another import is under way.</source>
        <translation>Ein anderer Import läuft gerade.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Verify a snapshot</source>
        <translation>Einen Snapshot prüfen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotTreeModel</name>
    <message>
        <source>You are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and kind</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a snapshot or machine, and what it comes from</comment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf Platte</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotsPage</name>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No snapshot or machine has all of these words and is of this kind.</source>
        <translation>Kein Snapshot und keine Maschine enthält alle diese Wörter und ist von dieser Art.</translation>
    </message>
    <message>
        <source>No snapshots yet</source>
        <translation>Noch keine Snapshots</translation>
    </message>
    <message>
        <source>Take snapshot…</source>
        <translation>Snapshot aufnehmen…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>&amp;Take snapshot…</source>
        <translation>Snapshot &amp;aufnehmen…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Wiederherstellen…</translation>
    </message>
    <message>
        <source>&amp;New machine…</source>
        <translation>&amp;Neue Maschine…</translation>
    </message>
    <message>
        <source>Start &amp;clones…</source>
        <translation>&amp;Klone starten…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Make &amp;full</source>
        <translation>&amp;Vervollständigen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Go to the machine</source>
        <translation>Zur Maschine</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>Namen und Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Search snapshots</source>
        <translation>Snapshots durchsuchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Full snapshots</source>
        <translation>Volle Snapshots</translation>
    </message>
    <message>
        <source>Diffs</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Damaged ones</source>
        <translation>Beschädigte</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Keine Maschine ausgewählt</translation>
    </message>
    <message>
        <source>Reading the snapshots…</source>
        <translation>Die Snapshots werden gelesen…</translation>
    </message>
    <message>
        <source>A snapshot keeps a machine&apos;s memory, devices and drives as they are at one moment. Go back to it whenever you like, or start any number of machines that go on from there within milliseconds.</source>
        <translation>Ein Snapshot hält Speicher, Geräte und Laufwerke einer Maschine fest, wie sie in einem Moment sind. Jederzeit lässt sich dorthin zurückkehren, oder es lassen sich beliebig viele Maschinen starten, die innerhalb von Millisekunden von dort weiterlaufen.</translation>
    </message>
    <message>
        <source>This machine was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>Diese Maschine ist aus „%1“ von „%2“ entstanden.</translation>
    </message>
    <message>
        <source>Select a machine to see its snapshots.</source>
        <translation>Eine Maschine auswählen, um ihre Snapshots zu sehen.</translation>
    </message>
    <message>
        <source>This snapshot is damaged and cannot be restored.</source>
        <translation>Dieser Snapshot ist beschädigt und kann nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>It takes %1 on disk.</source>
        <translation>Er belegt %1 auf der Platte.</translation>
    </message>
    <message>
        <source>The machine: %1.</source>
        <comment>its state</comment>
        <translation>Die Maschine: %1.</translation>
    </message>
    <message>
        <source>It comes from no snapshot that is here.</source>
        <translation>Sie stammt von keinem Snapshot, der hier ist.</translation>
    </message>
    <message>
        <source>It comes from “%1”, which was taken or restored last.</source>
        <translation>Sie stammt von „%1“, zuletzt aufgenommen oder wiederhergestellt.</translation>
    </message>
    <message>
        <source>It was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>Sie ist aus „%1“ von „%2“ entstanden.</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>A machine of its own that was made from this snapshot.</source>
        <translation>Eine eigenständige Maschine, die aus diesem Snapshot entstanden ist.</translation>
    </message>
    <message>
        <source>It is in this state: %1.</source>
        <translation>Ihr Zustand: %1.</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Keine Maschine ist ausgewählt.</translation>
    </message>
    <message>
        <source>Select a snapshot first.</source>
        <translation>Zuerst einen Snapshot auswählen.</translation>
    </message>
    <message>
        <source>It is damaged: %1</source>
        <translation>Er ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Something is being done with the machine&apos;s snapshots already.</source>
        <translation>An den Snapshots der Maschine wird schon gearbeitet.</translation>
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
        <translation>Snapshot-Archive (*.tar.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” is full now and needs no other one.</source>
        <translation>„%1“ ist jetzt voll und braucht keinen anderen mehr.</translation>
    </message>
    <message>
        <source>Snapshot of %1</source>
        <comment>time</comment>
        <translation>Snapshot vom %1</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest stood still for %2.</source>
        <comment>snapshot and duration</comment>
        <translation>„%1“ ist aufgenommen. Der Gast stand %2 lang still.</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest is still paused.</source>
        <translation>„%1“ ist aufgenommen. Der Gast ist weiterhin angehalten.</translation>
    </message>
    <message>
        <source>The machine is back at “%1” and goes on from there.</source>
        <translation>Die Maschine ist wieder bei „%1“ und läuft von dort weiter.</translation>
    </message>
    <message>
        <source>The machine is back at “%1”, paused.</source>
        <translation>Die Maschine ist wieder bei „%1“, angehalten.</translation>
    </message>
    <message>
        <source>Before going back to “%1”</source>
        <translation>Vor der Rückkehr zu „%1“</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <comment>machine</comment>
        <translation>%1 Klon</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) made from the snapshot.</source>
        <translation>
            <numerusform>%n Maschine aus dem Snapshot angelegt.</numerusform>
            <numerusform>%n Maschinen aus dem Snapshot angelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>The snapshot is exported to %1.</source>
        <translation>Der Snapshot ist nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Import a snapshot</source>
        <translation>Einen Snapshot importieren</translation>
    </message>
    <message>
        <source>The machine “%1” is imported with its snapshot.</source>
        <translation>Die Maschine „%1“ ist mit ihrem Snapshot importiert.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Sparkline</name>
    <message>
        <source>Latest value %1</source>
        <translation>Letzter Wert %1</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StartSequence</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Der Start wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Preparing files</source>
        <translation>Dateien werden vorbereitet</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Engine wird gestartet</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s).</source>
        <translation>
            <numerusform>Sie hat nicht innerhalb von %n Sekunde geantwortet.</numerusform>
            <numerusform>Sie hat nicht innerhalb von %n Sekunden geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>Ein anderer Prozess (%1) lauscht am API-Socket der Maschine.</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>Diesen Prozess beenden, dann die Maschine noch einmal starten.</translation>
    </message>
    <message>
        <source>Configuring the engine</source>
        <translation>Engine wird konfiguriert</translation>
    </message>
    <message>
        <source>The machine could not be configured.</source>
        <translation>Die Maschine konnte nicht konfiguriert werden.</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>Snapshot laden</translation>
    </message>
    <message>
        <source>The snapshot could not be loaded.</source>
        <translation>Der Snapshot konnte nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StateCard</name>
    <message>
        <source>The engine runs in a helper machine that is computed, not accelerated: everything works, many times slower.</source>
        <translation>Die Engine läuft in einer Hilfsmaschine, die berechnet statt beschleunigt wird: Alles funktioniert, aber um ein Vielfaches langsamer.</translation>
    </message>
    <message>
        <source>The engine runs on this host&apos;s processor through KVM.</source>
        <translation>Die Engine läuft über KVM auf dem Prozessor dieses Hosts.</translation>
    </message>
    <message>
        <source>Up for %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TagEditor</name>
    <message>
        <source>Add tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Schlagwort %1</translation>
    </message>
    <message>
        <source>Press to remove</source>
        <translation>Zum Entfernen drücken</translation>
    </message>
    <message>
        <source>Remove tag %1</source>
        <translation>Schlagwort %1 entfernen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TakeSnapshotDialog</name>
    <message>
        <source>Take a snapshot</source>
        <translation>Einen Snapshot aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Take snapshot</source>
        <translation>Snapshot &amp;aufnehmen</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stands still while its memory is written and its drives are copied, and goes on afterwards.</source>
        <translation>Hält Speicher, Geräte und Laufwerke fest, wie sie jetzt sind. Der Gast steht still, während sein Speicher geschrieben und seine Laufwerke kopiert werden, und läuft danach weiter.</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stays paused.</source>
        <translation>Hält Speicher, Geräte und Laufwerke fest, wie sie jetzt sind. Der Gast bleibt angehalten.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wozu er dient</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>&amp;Full: the whole memory</source>
        <translation>&amp;Voll: der ganze Speicher</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Can be restored by itself.</source>
        <translation>Kann für sich allein wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>&amp;Diff: only what has changed</source>
        <translation>&amp;Differenz: nur was sich geändert hat</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without the snapshot that it comes from.</source>
        <translation>Kleiner und schneller; ohne den Snapshot, von dem sie stammt, nutzlos.</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without “%1”, which it comes from.</source>
        <translation>Kleiner und schneller; ohne „%1“, von dem sie stammt, nutzlos.</translation>
    </message>
    <message>
        <source>Drives and space</source>
        <translation>Laufwerke und Platz</translation>
    </message>
    <message>
        <source>%1: its file is missing</source>
        <translation>%1: die Datei fehlt</translation>
    </message>
    <message>
        <source>%1: read-only, is not copied</source>
        <comment>drive</comment>
        <translation>%1: schreibgeschützt, wird nicht kopiert</translation>
    </message>
    <message>
        <source>%1: copied by reflink, shares its blocks and needs no space now</source>
        <comment>drive</comment>
        <translation>%1: wird per Reflink kopiert, teilt seine Blöcke und braucht jetzt keinen Platz</translation>
    </message>
    <message>
        <source>%1: copied with its holes, needs %2</source>
        <comment>drive and size</comment>
        <translation>%1: wird mit seinen Lücken kopiert, braucht %2</translation>
    </message>
    <message>
        <source>Looking at the drives…</source>
        <translation>Die Laufwerke werden betrachtet…</translation>
    </message>
    <message>
        <source>The machine has no drives.</source>
        <translation>Die Maschine hat keine Laufwerke.</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory, usually far less</source>
        <comment>size</comment>
        <translation>Braucht höchstens %1 für den Speicher, meist weit weniger</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory</source>
        <comment>size</comment>
        <translation>Braucht höchstens %1 für den Speicher</translation>
    </message>
    <message>
        <source>%1, and %2 for the drives</source>
        <comment>what the memory needs, and a size</comment>
        <translation>%1 und %2 für die Laufwerke</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. %2 are free.</source>
        <comment>what is needed, and a size</comment>
        <translation>%1. Frei sind %2.</translation>
    </message>
    <message>
        <source>There is not enough space for the drives. Free some first.</source>
        <translation>Der Platz reicht nicht für die Laufwerke. Vorher welchen frei machen.</translation>
    </message>
    <message>
        <source>The space may not be enough. Free some first.</source>
        <translation>Der Platz reicht vielleicht nicht. Vorher welchen frei machen.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskPanel</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Erledigte entfernen</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskRow</name>
    <message>
        <source>Copy the error report</source>
        <translation>Den Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button and task</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSearchBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Find in terminal</source>
        <translation>Im Terminal suchen</translation>
    </message>
    <message>
        <source>Return finds the match before, Shift+Return the next one. Esc closes.</source>
        <translation>Eingabe findet den vorigen Treffer, Umschalt+Eingabe den nächsten. Esc schließt.</translation>
    </message>
    <message>
        <source>Search result</source>
        <translation>Suchergebnis</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Started again from the other end</source>
        <translation>Vom anderen Ende her fortgesetzt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSurface</name>
    <message numerus="yes">
        <source>%n byte(s) of output left out</source>
        <translation>
            <numerusform>%n Byte der Ausgabe ausgelassen</numerusform>
            <numerusform>%n Byte der Ausgabe ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalView</name>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Tab goes to the guest. Ctrl+Shift+Tab leaves the terminal.</source>
        <translation>Tab geht an den Gast. Strg+Umschalt+Tab verlässt das Terminal.</translation>
    </message>
    <message>
        <source>Terminal history</source>
        <translation>Terminalverlauf</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Verk&amp;leinern</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Clear &amp;scrollback</source>
        <translation>Ve&amp;rlauf leeren</translation>
    </message>
    <message>
        <source>Save &amp;log…</source>
        <translation>Lo&amp;g speichern…</translation>
    </message>
    <message>
        <source>Terminal menu</source>
        <translation>Terminalmenü</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalWidget</name>
    <message>
        <source>The log could not be saved to %1: %2. Choose another place.</source>
        <translation>Das Log konnte nicht in %1 gespeichert werden: %2. Einen anderen Ort wählen.</translation>
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
        <translation> Ops/s</translation>
    </message>
    <message>
        <source>%1: rate</source>
        <translation>%1: Rate</translation>
    </message>
    <message>
        <source> ops</source>
        <translation> Ops</translation>
    </message>
    <message>
        <source>%1: one-time burst</source>
        <translation>%1: einmaliger Burst</translation>
    </message>
    <message>
        <source>%1: size in tokens</source>
        <translation>%1: Größe in Token</translation>
    </message>
    <message>
        <source>%1: refill time in milliseconds</source>
        <translation>%1: Auffüllzeit in Millisekunden</translation>
    </message>
    <message>
        <source>%1: one-time burst in tokens</source>
        <translation>%1: einmaliger Burst in Token</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Limit to</source>
        <translation>Begrenzen auf</translation>
    </message>
    <message>
        <source>one-time burst</source>
        <translation>einmaliger Burst</translation>
    </message>
    <message>
        <source>Size (tokens)</source>
        <translation>Größe (Token)</translation>
    </message>
    <message>
        <source>Refill time (ms)</source>
        <translation>Auffüllzeit (ms)</translation>
    </message>
    <message>
        <source>One-time burst</source>
        <translation>Einmaliger Burst</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms</source>
        <translation>Größe %1 Token, Auffüllzeit %2 ms</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms, one-time burst %3</source>
        <translation>Größe %1 Token, Auffüllzeit %2 ms, einmaliger Burst %3</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>%1 im Durchschnitt</translation>
    </message>
    <message>
        <source>%1 on average, %2 on top once</source>
        <translation>%1 im Durchschnitt, einmalig %2 zusätzlich</translation>
    </message>
    <message>
        <source>Enter a rate above 0, or switch the limit off.</source>
        <translation>Eine Rate über 0 eingeben oder das Limit ausschalten.</translation>
    </message>
    <message>
        <source>Enter whole numbers from 0 to 18446744073709551615.</source>
        <translation>Ganze Zahlen von 0 bis 18446744073709551615 eingeben.</translation>
    </message>
    <message>
        <source>With a size or refill time of 0 there is no limit.</source>
        <translation>Mit Größe oder Auffüllzeit 0 gibt es kein Limit.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TrashDialog</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Deleted machines</source>
        <translation>Gelöschte Maschinen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf der Disk</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) and their disks will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n Maschine und ihre Disks werden endgültig gelöscht. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%n Maschinen und ihre Disks werden endgültig gelöscht. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted machines keep their disks until they are deleted permanently.</source>
        <translation>Gelöschte Maschinen behalten ihre Disks, bis sie endgültig gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::UserNetworkCard</name>
    <message>
        <source>User-mode network</source>
        <translation>User-Mode-Netzwerk</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>Kernel-Argument für die Adresse des Gasts</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>Befehle für die Adresse des Gasts</translation>
    </message>
    <message>
        <source>Addresses of the forwarded ports</source>
        <translation>Adressen der weitergeleiteten Ports</translation>
    </message>
    <message>
        <source>passt, a program of this host&apos;s, carries the guest&apos;s connections as your own: no root, no bridge, no TAP device. The guest reaches what you reach; it is reached through forwarded ports only.</source>
        <translation>passt, ein Programm dieses Hosts, führt die Verbindungen des Gasts wie Ihre eigenen: ohne root, ohne Bridge, ohne TAP-Gerät. Der Gast erreicht, was Sie erreichen; er selbst ist nur über weitergeleitete Ports erreichbar.</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has.</source>
        <translation>Per DHCP erhält der Gast die Adresse, die dieser Host selbst hat.</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has: %1.</source>
        <translation>Per DHCP erhält der Gast die Adresse, die dieser Host selbst hat: %1.</translation>
    </message>
    <message>
        <source>The boot arguments say how the guest gets its address: %1.</source>
        <translation>Die Boot-Argumente sagen, wie der Gast seine Adresse erhält: %1.</translation>
    </message>
    <message>
        <source>Add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>Die erste Zeile zu den Boot-Argumenten hinzufügen oder die anderen im Gast eingeben.</translation>
    </message>
    <message>
        <source>No port is forwarded: edit the interface to add some.</source>
        <translation>Kein Port wird weitergeleitet: die Schnittstelle bearbeiten, um welche hinzuzufügen.</translation>
    </message>
    <message>
        <source>While it runs, this machine is reached at:</source>
        <translation>Während sie läuft, ist diese Maschine erreichbar unter:</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerificationDialog</name>
    <message>
        <source>Do not restore it: the guest would go on with other memory or drives than it had. If there is an archive of it, import that.</source>
        <translation>Nicht wiederherstellen: Der Gast würde mit anderem Speicher oder anderen Laufwerken weiterlaufen, als er hatte. Gibt es ein Archiv davon, dieses importieren.</translation>
    </message>
    <message>
        <source>Files of “%1”</source>
        <translation>Dateien von „%1“</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Files of the snapshot</source>
        <translation>Dateien des Snapshots</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerifyOperation</name>
    <message>
        <source>The snapshot is not as it was made.</source>
        <translation>Der Snapshot ist nicht mehr, wie er entstand.</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>Diesen Snapshot gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Dateien lesen</translation>
    </message>
    <message>
        <source>Remove it, or put the files back from a copy.</source>
        <translation>Ihn löschen oder die Dateien aus einer Kopie zurücklegen.</translation>
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
        <translation>Programme von Host und Gast können sich &amp;ohne Netzwerk verbinden</translation>
    </message>
    <message>
        <source>Socket of the vsock</source>
        <translation>Socket des Vsock</translation>
    </message>
    <message>
        <source>Commands for a connection to the guest</source>
        <translation>Befehle für eine Verbindung zum Gast</translation>
    </message>
    <message>
        <source>Commands for a connection from the guest</source>
        <translation>Befehle für eine Verbindung vom Gast</translation>
    </message>
    <message>
        <source>Guest&apos;s context I&amp;D</source>
        <translation>Konte&amp;xt-ID des Gasts</translation>
    </message>
    <message>
        <source>The guest&apos;s own address, 3 or more. Every machine may have the same.</source>
        <translation>Die eigene Adresse des Gasts, 3 oder mehr. Alle Maschinen dürfen dieselbe haben.</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>To port %1 of the guest. CONNECT and the port are sent first and answered with OK and a number; then both ends are connected.</source>
        <translation>Zum Port %1 des Gasts. Zuerst werden CONNECT und der Port gesendet und mit OK und einer Nummer beantwortet; dann sind beide Enden verbunden.</translation>
    </message>
    <message>
        <source>From the guest to port %1 of the host</source>
        <translation>Vom Gast zum Port %1 des Hosts</translation>
    </message>
    <message>
        <source>in the guest</source>
        <comment>before a command</comment>
        <translation>im Gast</translation>
    </message>
    <message>
        <source>on this host</source>
        <comment>before a command</comment>
        <translation>auf diesem Host</translation>
    </message>
    <message>
        <source>The machine runs emulated: its sockets are inside of the helper machine, out of this host&apos;s reach.</source>
        <translation>Die Maschine läuft emuliert: Ihre Sockets sind in der Hilfsmaschine, außer Reichweite dieses Hosts.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Workspace</name>
    <message>
        <source>Create demo machine</source>
        <translation>Demo-Maschine erstellen</translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>„%1“ erstellen</translation>
    </message>
</context>
</TS>
