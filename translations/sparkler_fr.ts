<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sparkler</source>
        <translation>À propos de Sparkler</translation>
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
        <translation>Créer, exécuter et surveiller des microVM KVM.

Moteur&#xa0;: %1
Qt&#xa0;: %2
Licence&#xa0;: Apache-2.0</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
</context>
<context>
    <name>AssetLibrary</name>
    <message>
        <source>It is an ELF file for another processor than x86-64.</source>
        <translation>C’est un fichier ELF pour un autre processeur que x86-64.</translation>
    </message>
    <message>
        <source>It is an ELF file, but not one that can be started.</source>
        <translation>C’est un fichier ELF, mais il ne peut pas être démarré.</translation>
    </message>
    <message>
        <source>It is a program, not a kernel.</source>
        <translation>C’est un programme, pas un noyau.</translation>
    </message>
    <message>
        <source>ELF kernel, x86-64</source>
        <translation>noyau ELF, x86-64</translation>
    </message>
    <message>
        <source>It is a kernel of a kind that is too old (zImage).</source>
        <translation>C’est un noyau d’un type trop ancien (zImage).</translation>
    </message>
    <message>
        <source>It is a kernel for another processor than x86-64.</source>
        <translation>C’est un noyau pour un autre processeur que x86-64.</translation>
    </message>
    <message>
        <source>It is neither an ELF kernel (vmlinux) nor a bzImage.</source>
        <translation>Ce n’est ni un noyau ELF (vmlinux) ni une bzImage.</translation>
    </message>
    <message>
        <source>It is neither a cpio archive nor compressed in a way that kernels know.</source>
        <translation>Ce n’est ni une archive cpio ni un format compressé connu des noyaux.</translation>
    </message>
    <message>
        <source>cpio archive</source>
        <translation>archive cpio</translation>
    </message>
    <message>
        <source>compressed archive (%1)</source>
        <translation>archive compressée (%1)</translation>
    </message>
    <message>
        <source>It is a %1 image. Convert it to a raw image first (qemu-img convert -O raw).</source>
        <translation>C’est une image %1. Convertissez-la d’abord en image brute (qemu-img convert -O raw).</translation>
    </message>
    <message>
        <source>partitioned disk</source>
        <translation>disque partitionné</translation>
    </message>
    <message>
        <source>It is compressed (%1). Unpack it first.</source>
        <translation>Le fichier est compressé (%1). Décompressez-le d’abord.</translation>
    </message>
    <message>
        <source>It holds no file system that is known here, and no partitions.</source>
        <translation>Il ne contient ni système de fichiers connu ici, ni partitions.</translation>
    </message>
</context>
<context>
    <name>ConfigDiff</name>
    <message>
        <source>Virtual CPUs: %1 instead of %2</source>
        <translation>Processeurs virtuels&#xa0;: %1 au lieu de %2</translation>
    </message>
    <message>
        <source>Memory: %1 MiB instead of %2 MiB</source>
        <translation>Mémoire&#xa0;: %1 MiB au lieu de %2 MiB</translation>
    </message>
    <message>
        <source>Hyper-threading</source>
        <translation>Hyper-threading</translation>
    </message>
    <message>
        <source>Tracking of dirty pages</source>
        <translation>Suivi des pages modifiées</translation>
    </message>
    <message>
        <source>Huge pages</source>
        <translation>Grandes pages</translation>
    </message>
    <message>
        <source>CPU template</source>
        <translation>Modèle de CPU</translation>
    </message>
    <message>
        <source>Drive “%1”: added</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: ajouté</translation>
    </message>
    <message>
        <source>Drive “%1”: file</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: fichier</translation>
    </message>
    <message>
        <source>Drive “%1”: rate limits</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: limites de débit</translation>
    </message>
    <message>
        <source>Drive “%1”: read-only</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: lecture seule</translation>
    </message>
    <message>
        <source>Drive “%1”: root device</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: périphérique racine</translation>
    </message>
    <message>
        <source>Drive “%1”: cache</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: cache</translation>
    </message>
    <message>
        <source>Drive “%1”: I/O engine</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: moteur d’E/S</translation>
    </message>
    <message>
        <source>Drive “%1”: removed</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: retiré</translation>
    </message>
    <message>
        <source>Order of the drives</source>
        <translation>Ordre des disques</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>Disque RAM initial</translation>
    </message>
    <message>
        <source>Kernel arguments</source>
        <translation>Arguments du noyau</translation>
    </message>
    <message>
        <source>Further sections of the configuration</source>
        <translation>Autres sections de la configuration</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Niveau de journalisation</translation>
    </message>
    <message>
        <source>Network interface “%1”: added</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»&#xa0;: ajoutée</translation>
    </message>
    <message>
        <source>Network interface “%1”: host device</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»&#xa0;: périphérique hôte</translation>
    </message>
    <message>
        <source>Network interface “%1”: MAC address</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»&#xa0;: adresse MAC</translation>
    </message>
    <message>
        <source>Network interface “%1”: MTU</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»&#xa0;: MTU</translation>
    </message>
    <message>
        <source>Network interface “%1”: rate limits</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»&#xa0;: limites de débit</translation>
    </message>
    <message>
        <source>Network interface “%1”: removed</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»&#xa0;: retirée</translation>
    </message>
    <message>
        <source>Order of the network interfaces</source>
        <translation>Ordre des interfaces réseau</translation>
    </message>
    <message>
        <source>Metadata service</source>
        <translation>Service de métadonnées</translation>
    </message>
    <message>
        <source>Metadata that the machine starts with</source>
        <translation>Métadonnées de la machine au démarrage</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>Memory balloon</source>
        <translation>Ballon mémoire</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>Périphérique d’entropie</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Port série</translation>
    </message>
    <message>
        <source>Network interface “%1”: kind of network</source>
        <translation>Interface réseau « %1 » : type de réseau</translation>
    </message>
    <message>
        <source>Network interface “%1”: port forwards</source>
        <translation>Interface réseau « %1 » : redirections de ports</translation>
    </message>
</context>
<context>
    <name>ConfigRules</name>
    <message>
        <source>%1 The engine: “%2”</source>
        <translation>%1 Le moteur&#xa0;: «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>A machine has 1 to %1 vCPUs.</source>
        <translation>Une machine a de 1 à %1 vCPU.</translation>
    </message>
    <message>
        <source>With hyper-threading the number of vCPUs must be 1 or even.</source>
        <translation>Avec l’hyper-threading, le nombre de vCPU doit être 1 ou pair.</translation>
    </message>
    <message>
        <source>A machine needs memory.</source>
        <translation>Une machine a besoin de mémoire.</translation>
    </message>
    <message>
        <source>With huge pages of 2 MiB the memory must be a multiple of them.</source>
        <translation>Avec des grandes pages de 2 MiB, la mémoire doit en être un multiple.</translation>
    </message>
    <message>
        <source>Boot arguments are plain ASCII on one line.</source>
        <translation>Les arguments de démarrage sont en ASCII simple, sur une seule ligne.</translation>
    </message>
    <message>
        <source>Boot arguments have at most %1 characters.</source>
        <translation>Les arguments de démarrage ont au plus %1 caractères.</translation>
    </message>
    <message>
        <source>A drive needs an ID.</source>
        <translation>Un disque a besoin d’un ID.</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>Uniquement des lettres, des chiffres et le tiret bas.</translation>
    </message>
    <message>
        <source>Another drive has this ID.</source>
        <translation>Un autre disque a cet ID.</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>Choisissez un noyau.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Choisissez un fichier.</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>Indiquez le chemin complet, à partir du dossier racine.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>C’est un dossier.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Vous n’avez pas le droit de lire ce fichier.</translation>
    </message>
    <message>
        <source>You may not write to this file. Attach it read-only, or choose another.</source>
        <translation>Vous n’avez pas le droit d’écrire dans ce fichier. Attachez-le en lecture seule ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The size is no multiple of 512 bytes: the guest will not see the end of the file.</source>
        <translation>La taille n’est pas un multiple de 512 octets&#xa0;: l’invité ne verra pas la fin du fichier.</translation>
    </message>
    <message>
        <source>Only one drive can be the root device.</source>
        <translation>Un seul disque peut être le périphérique racine.</translation>
    </message>
</context>
<context>
    <name>CpuTemplateText</name>
    <message>
        <source>a template is an object, { … }</source>
        <translation>un modèle est un objet, { … }</translation>
    </message>
    <message>
        <source>the template has %1 bytes without spaces, and at most %2 fit into a request</source>
        <translation>le modèle fait %1 octets sans espaces, et une requête en contient %2 au plus</translation>
    </message>
    <message>
        <source>“%1” is not known here; kvm_capabilities, cpuid_modifiers and msr_modifiers are</source>
        <translation>« %1 » n’est pas connu ici ; kvm_capabilities, cpuid_modifiers et msr_modifiers le sont</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>« %1 » figure deux fois</translation>
    </message>
    <message>
        <source>a list is expected, [ … ]</source>
        <translation>une liste est attendue, [ … ]</translation>
    </message>
    <message>
        <source>a list has at most %1 changes</source>
        <translation>une liste contient %1 modifications au plus</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>« %1 » manque</translation>
    </message>
    <message>
        <source>an object is expected, { … }</source>
        <translation>un objet est attendu, { … }</translation>
    </message>
    <message>
        <source>a capability is a text with its number, like &quot;171&quot; or &quot;!171&quot;</source>
        <translation>une capacité est un texte avec son numéro, comme &quot;171&quot; ou &quot;!171&quot;</translation>
    </message>
    <message>
        <source>a capability is a decimal number of 32 bits, with ! in front when it need not be there</source>
        <translation>une capacité est un nombre décimal de 32 bits, précédé de ! quand elle n’est pas exigée</translation>
    </message>
    <message>
        <source>flags are a number without quotes: 0, or 1 for a leaf with sub-leaves</source>
        <translation>flags est un nombre sans guillemets : 0, ou 1 pour une feuille avec sous-feuilles</translation>
    </message>
    <message>
        <source>a register is one of &quot;eax&quot;, &quot;ebx&quot;, &quot;ecx&quot; and &quot;edx&quot;</source>
        <translation>un registre est &quot;eax&quot;, &quot;ebx&quot;, &quot;ecx&quot; ou &quot;edx&quot;</translation>
    </message>
    <message>
        <source>a number in quotes is expected, with 0x or 0b in front</source>
        <translation>un nombre entre guillemets est attendu, précédé de 0x ou 0b</translation>
    </message>
    <message>
        <source>this is no number of 32 bits</source>
        <translation>ce n’est pas un nombre de 32 bits</translation>
    </message>
    <message>
        <source>bits are a text, like &quot;0b01xx&quot;</source>
        <translation>les bits sont un texte, comme &quot;0b01xx&quot;</translation>
    </message>
    <message>
        <source>a bit is 0, 1 or x (as on the host), not “%1”</source>
        <translation>un bit est 0, 1 ou x (comme sur l’hôte), pas « %1 »</translation>
    </message>
    <message>
        <source>the register has %1 bits, and here are %2</source>
        <translation>le registre a %1 bits, et il y en a %2 ici</translation>
    </message>
</context>
<context>
    <name>DeviceRules</name>
    <message>
        <source>A network interface needs an ID.</source>
        <translation>Une interface réseau a besoin d’un ID.</translation>
    </message>
    <message>
        <source>Only letters, digits and the underscore.</source>
        <translation>Uniquement des lettres, des chiffres et le tiret bas.</translation>
    </message>
    <message>
        <source>Another network interface has this ID.</source>
        <translation>Une autre interface réseau a cet ID.</translation>
    </message>
    <message>
        <source>Name the TAP device of the host.</source>
        <translation>Indiquez le périphérique TAP de l’hôte.</translation>
    </message>
    <message>
        <source>A device&apos;s name has at most %1 bytes.</source>
        <translation>Le nom d’un périphérique a au plus %1 octets.</translation>
    </message>
    <message>
        <source>A device&apos;s name has no spaces, slashes, colons or percent signs.</source>
        <translation>Le nom d’un périphérique ne contient ni espaces, ni barres obliques, ni deux-points, ni signes pour cent.</translation>
    </message>
    <message>
        <source>A MAC address is six pairs of hexadecimal digits, like 06:00:AC:10:00:02.</source>
        <translation>Une adresse MAC est formée de six paires de chiffres hexadécimaux, comme 06:00:AC:10:00:02.</translation>
    </message>
    <message>
        <source>Another interface of this machine has this address.</source>
        <translation>Une autre interface de cette machine a cette adresse.</translation>
    </message>
    <message>
        <source>The MTU is %1 to %2 bytes.</source>
        <translation>Le MTU est compris entre %1 et %2 octets.</translation>
    </message>
    <message>
        <source>Another interface of this machine uses the host device %1; a device serves one interface.</source>
        <translation>Une autre interface de cette machine utilise le périphérique hôte %1&#x202f;; un périphérique ne sert qu’une interface.</translation>
    </message>
    <message>
        <source>This is no IPv4 address.</source>
        <translation>Ce n’est pas une adresse IPv4.</translation>
    </message>
    <message>
        <source>The address lies between 169.254.1.0 and 169.254.254.255.</source>
        <translation>L’adresse est comprise entre 169.254.1.0 et 169.254.254.255.</translation>
    </message>
    <message>
        <source>Choose a network interface on which the guest reaches the metadata.</source>
        <translation>Choisissez une interface réseau par laquelle l’invité atteint les métadonnées.</translation>
    </message>
    <message>
        <source>The machine has no network interface “%1”.</source>
        <translation>La machine n’a pas d’interface réseau «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>The metadata has %1 bytes without spaces; at most %2 fit.</source>
        <translation>Les métadonnées font %1 octets sans espaces&#x202f;; la limite est de %2.</translation>
    </message>
    <message>
        <source>A guest&apos;s context ID is %1 to %2; 0 to 2 belong to the host.</source>
        <translation>L’ID de contexte d’un invité va de %1 à %2&#x202f;; 0 à 2 appartiennent à l’hôte.</translation>
    </message>
    <message>
        <source>The balloon cannot take more than the machine&apos;s memory, %1 MiB.</source>
        <translation>Le ballon ne peut pas prendre plus que la mémoire de la machine, %1 MiB.</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>Metadata service: %1</source>
        <translation>Service de métadonnées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Vsock: %1</source>
        <translation>Vsock&#xa0;: %1</translation>
    </message>
    <message>
        <source>A machine can have one interface with a user-mode network for now.</source>
        <translation>Pour l&apos;instant, une machine ne peut avoir qu&apos;une interface avec un réseau en mode utilisateur.</translation>
    </message>
    <message>
        <source>An interface with a user-mode network has to be the machine&apos;s only one for now.</source>
        <translation>Pour l&apos;instant, une interface avec un réseau en mode utilisateur doit être la seule de la machine.</translation>
    </message>
    <message>
        <source>“%1” is no IPv4 address: 127.0.0.1 is for this host alone, 0.0.0.0 for all that reach it.</source>
        <translation>« %1 » n&apos;est pas une adresse IPv4 : 127.0.0.1 vaut pour cet hôte seul, 0.0.0.0 pour tous ceux qui l&apos;atteignent.</translation>
    </message>
    <message>
        <source>Ports are 1 to 65535.</source>
        <translation>Les ports vont de 1 à 65535.</translation>
    </message>
    <message>
        <source>Port %1 of the host is forwarded twice.</source>
        <translation>Le port %1 de l&apos;hôte est redirigé deux fois.</translation>
    </message>
</context>
<context>
    <name>DiskWork</name>
    <message>
        <source>Only ext4 file systems can be made.</source>
        <translation>Seuls des systèmes de fichiers ext4 peuvent être créés.</translation>
    </message>
    <message>
        <source>The size must be between %1 and %2.</source>
        <translation>La taille doit être comprise entre %1 et %2.</translation>
    </message>
    <message>
        <source>The size must be a multiple of 512 bytes.</source>
        <translation>La taille doit être un multiple de 512 octets.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Choisissez un autre nom ou un autre dossier.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>The copy of %1 cannot be smaller than it is.</source>
        <translation>La copie de %1 ne peut pas être plus petite que l’original.</translation>
    </message>
    <message>
        <source>There is no program %1 here.</source>
        <translation>Le programme %1 est absent.</translation>
    </message>
    <message>
        <source>Install the package e2fsprogs.</source>
        <translation>Installez le paquet e2fsprogs.</translation>
    </message>
    <message>
        <source>Making the file system</source>
        <translation>Création du système de fichiers</translation>
    </message>
    <message>
        <source>Growing the file system</source>
        <translation>Agrandissement du système de fichiers</translation>
    </message>
    <message>
        <source>Making the disk</source>
        <translation>Création du disque</translation>
    </message>
    <message>
        <source>Copying the disk</source>
        <translation>Copie du disque</translation>
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
        <translation>%1 opérations/s</translation>
    </message>
    <message>
        <source>None</source>
        <comment>rate limits</comment>
        <translation>Aucune</translation>
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
        <translation>Unsafe</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>Asynchrone</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>Synchrone</translation>
    </message>
</context>
<context>
    <name>EmulatedRunnerText</name>
    <message>
        <source>The emulator&apos;s helper machine could not be built.</source>
        <translation>La machine auxiliaire de l’émulateur n’a pas pu être construite.</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>Rien n’a été démarré.</translation>
    </message>
    <message>
        <source>build-emulator ended with status %1.</source>
        <translation>build-emulator s’est terminé avec le statut %1.</translation>
    </message>
    <message>
        <source>build-emulator was ended by a signal.</source>
        <translation>build-emulator a été interrompu par un signal.</translation>
    </message>
    <message>
        <source>Build the emulator&apos;s helper machine</source>
        <translation>Construire la machine auxiliaire de l’émulateur</translation>
    </message>
    <message>
        <source>Parts of Sparkler that it is made of are missing (sparkler-engine, sparkler-emulator or build-emulator).</source>
        <translation>Il manque des parties de Sparkler dont elle est faite (sparkler-engine, sparkler-emulator ou build-emulator).</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Installez Sparkler en entier.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Le moteur n’a pas pu être démarré.</translation>
    </message>
    <message>
        <source>The program sparkler-emulator was not found.</source>
        <translation>Le programme sparkler-emulator est introuvable.</translation>
    </message>
    <message>
        <source>The emulator&apos;s helper machine is not built, or made of another engine.</source>
        <translation>La machine auxiliaire de l’émulateur n’est pas construite, ou l’est à partir d’un autre moteur.</translation>
    </message>
    <message>
        <source>Start the machine again.</source>
        <translation>Démarrez à nouveau la machine.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Request: %1</source>
        <translation>Requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Statut&#xa0;: %1</translation>
    </message>
    <message>
        <source>The engine&apos;s words: %1</source>
        <translation>Réponse du moteur&#xa0;: %1</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>Dernières lignes du moteur&#xa0;:</translation>
    </message>
</context>
<context>
    <name>FileCopy</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Ce fichier ou dossier n’existe pas.</translation>
    </message>
    <message>
        <source>You have no permission for it.</source>
        <translation>Vous n’en avez pas l’autorisation.</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>Un fichier de ce nom existe déjà.</translation>
    </message>
    <message>
        <source>There is not enough free space.</source>
        <translation>Il n’y a pas assez d’espace libre.</translation>
    </message>
    <message>
        <source>Your disk quota is used up.</source>
        <translation>Votre quota de disque est épuisé.</translation>
    </message>
    <message>
        <source>The file system cannot hold a file of this size.</source>
        <translation>Le système de fichiers ne peut pas contenir un fichier de cette taille.</translation>
    </message>
    <message>
        <source>The file system is read-only.</source>
        <translation>Le système de fichiers est en lecture seule.</translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation>Une partie du chemin n’est pas un dossier.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>C’est un dossier.</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>Le système indique&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>HardwareDraft</name>
    <message>
        <source>Changed: applies now</source>
        <translation>Modifié&#xa0;: prend effet maintenant</translation>
    </message>
    <message>
        <source>Changed: at the next start</source>
        <translation>Modifié&#xa0;: au prochain démarrage</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Changed: partly at the next start</source>
        <translation>Modifié&#xa0;: en partie au prochain démarrage</translation>
    </message>
</context>
<context>
    <name>HostLimits</name>
    <message numerus="yes">
        <source>More than this host&apos;s %n processor(s): the guest&apos;s will have to share them.</source>
        <translation>
            <numerusform>Plus que le %n processeur de cet hôte : ceux de l’invité devront se le partager.</numerusform>
            <numerusform>Plus que les %n processeurs de cet hôte : ceux de l’invité devront se les partager.</numerusform>
        </translation>
    </message>
    <message>
        <source>This host has only %1. The guest may be ended when it uses more.</source>
        <translation>Cet hôte n’a que %1. L’invité risque d’être interrompu s’il utilise davantage.</translation>
    </message>
    <message>
        <source>Only %1 are free now. The host may become slow.</source>
        <translation>Seuls %1 sont libres actuellement. L’hôte peut devenir lent.</translation>
    </message>
    <message numerus="yes">
        <source>This host has %n processor(s).</source>
        <translation>
            <numerusform>Cet hôte a %n processeur.</numerusform>
            <numerusform>Cet hôte a %n processeurs.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of this host&apos;s %2 are free.</source>
        <translation>%1 sur les %2 de cet hôte sont libres.</translation>
    </message>
</context>
<context>
    <name>JailCheckText</name>
    <message>
        <source>This host allows namespaces to root only.</source>
        <translation>Cet hôte ne permet les espaces de noms qu&apos;à root.</translation>
    </message>
    <message>
        <source>This host allows no user namespaces at all.</source>
        <translation>Cet hôte ne permet aucun espace de noms utilisateur.</translation>
    </message>
    <message>
        <source>Allow some.</source>
        <translation>Autorisez-en quelques-uns.</translation>
    </message>
    <message>
        <source>AppArmor allows user namespaces only to programs that it knows.</source>
        <translation>AppArmor ne permet les espaces de noms utilisateur qu&apos;aux programmes qu&apos;il connaît.</translation>
    </message>
    <message>
        <source>Namespaces cannot be made: %1.</source>
        <translation>Impossible de créer des espaces de noms : %1.</translation>
    </message>
    <message>
        <source>Inside of a container, let it make user namespaces.</source>
        <translation>Dans un conteneur, autorisez-le à créer des espaces de noms utilisateur.</translation>
    </message>
    <message>
        <source>Machines can be jailed without root.</source>
        <translation>Les machines peuvent être isolées sans root.</translation>
    </message>
    <message>
        <source>This host has control groups of version 1, which are not delegated to users.</source>
        <translation>Cet hôte utilise les groupes de contrôle version 1, qui ne sont pas délégués aux utilisateurs.</translation>
    </message>
    <message>
        <source>Machines run all the same; boot with systemd.unified_cgroup_hierarchy=1 to change it.</source>
        <translation>Les machines fonctionnent quand même ; démarrez avec systemd.unified_cgroup_hierarchy=1 pour changer cela.</translation>
    </message>
    <message>
        <source>In which control group this session runs cannot be told.</source>
        <translation>Impossible de savoir dans quel groupe de contrôle cette session s&apos;exécute.</translation>
    </message>
    <message>
        <source>Machines run all the same.</source>
        <translation>Les machines fonctionnent quand même.</translation>
    </message>
    <message>
        <source>This session may make no control groups.</source>
        <translation>Cette session ne peut pas créer de groupes de contrôle.</translation>
    </message>
    <message>
        <source>Machines run all the same. A session of systemd’s for the user, as desktops have it, delegates them.</source>
        <translation>Les machines fonctionnent quand même. Une session utilisateur de systemd, comme en ont les bureaux, les délègue.</translation>
    </message>
    <message>
        <source>This session may limit: %1</source>
        <translation>Cette session peut limiter : %1</translation>
    </message>
    <message>
        <source>Allow them to all users, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>Autorisez-les à tous les utilisateurs, ou faites demander l’accord de root, sur la page Prison de la machine.</translation>
    </message>
    <message>
        <source>Lift the restriction, or let root’s leave be asked for, on the machine’s Jail page.</source>
        <translation>Levez la restriction, ou faites demander l’accord de root, sur la page Prison de la machine.</translation>
    </message>
</context>
<context>
    <name>JailFactText</name>
    <message>
        <source>not told</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>its own, not ours</source>
        <translation>le sien, pas le nôtre</translation>
    </message>
    <message>
        <source>the same as ours</source>
        <translation>le même que le nôtre</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>Utilisateurs et droits</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Shared memory and queues</source>
        <translation>Mémoire partagée et files</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Nom d&apos;hôte</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Groupes de contrôle</translation>
    </message>
    <message>
        <source>; its TAP devices are the host&apos;s</source>
        <translation> ; ses périphériques TAP sont ceux de l&apos;hôte</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>aucune limite</translation>
    </message>
    <message>
        <source>%1 were promised</source>
        <translation>%1 étaient promis</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Fichiers ouverts</translation>
    </message>
    <message>
        <source>Size of a file</source>
        <translation>Taille d&apos;un fichier</translation>
    </message>
    <message>
        <source>Size of a memory dump</source>
        <translation>Taille d&apos;un vidage mémoire</translation>
    </message>
    <message>
        <source>system calls: not told</source>
        <translation>appels système : non indiqué</translation>
    </message>
    <message>
        <source>system calls: no filter</source>
        <translation>appels système : aucun filtre</translation>
    </message>
    <message>
        <source>system calls: filtered</source>
        <translation>appels système : filtrés</translation>
    </message>
    <message>
        <source>capabilities: not told</source>
        <translation>capacités : non indiqué</translation>
    </message>
    <message>
        <source>no capabilities</source>
        <translation>aucune capacité</translation>
    </message>
    <message>
        <source>capabilities: %1</source>
        <translation>capacités : %1</translation>
    </message>
    <message>
        <source>new privileges: not told</source>
        <translation>nouveaux privilèges : non indiqué</translation>
    </message>
    <message>
        <source>Landlock</source>
        <translation>Landlock</translation>
    </message>
    <message>
        <source>this kernel has it</source>
        <translation>ce noyau l&apos;a</translation>
    </message>
    <message>
        <source>this kernel does not have it</source>
        <translation>ce noyau ne l&apos;a pas</translation>
    </message>
    <message>
        <source>the kernel does not tell whom it holds</source>
        <translation>le noyau ne dit pas à qui il s&apos;applique</translation>
    </message>
</context>
<context>
    <name>JailedRunnerText</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>Le moteur n&apos;a pas pu être démarré.</translation>
    </message>
    <message>
        <source>A machine with a user-mode network can have no other network interface yet.</source>
        <translation>Une machine avec un réseau en mode utilisateur ne peut pas encore avoir d&apos;autre interface réseau.</translation>
    </message>
    <message>
        <source>Remove the other interfaces, or use TAP devices for all of them.</source>
        <translation>Retirez les autres interfaces, ou utilisez des périphériques TAP pour toutes.</translation>
    </message>
    <message>
        <source>The program passt, which makes user-mode networks, was not found.</source>
        <translation>Le programme passt, qui fournit les réseaux en mode utilisateur, est introuvable.</translation>
    </message>
    <message>
        <source>Install the package passt, or use a TAP device.</source>
        <translation>Installez le paquet passt, ou utilisez un périphérique TAP.</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>Le programme sparkler-jailer est introuvable.</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Installez Sparkler complètement.</translation>
    </message>
    <message>
        <source>The path %1 has a folder that ends with an equals sign, so it cannot be shown in a jail.</source>
        <translation>Le chemin %1 contient un dossier qui se termine par un signe égal et ne peut donc pas être montré dans une prison.</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>Renommez le dossier.</translation>
    </message>
    <message>
        <source>The question for root’s leave was dismissed.</source>
        <translation>La demande d’accord de root a été annulée.</translation>
    </message>
    <message>
        <source>Root’s leave to make the jail was not given.</source>
        <translation>L’accord de root pour créer la prison n’a pas été donné.</translation>
    </message>
    <message>
        <source>The helper that asks for root’s leave is not installed.</source>
        <translation>Le programme qui demande l’accord de root n’est pas installé.</translation>
    </message>
    <message>
        <source>Install pkexec and Sparkler completely, or choose another jail on the machine’s Jail page.</source>
        <translation>Installez pkexec et Sparkler en entier, ou choisissez une autre prison sur la page Prison de la machine.</translation>
    </message>
</context>
<context>
    <name>LiveParts</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 j %2 h</translation>
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
        <translation>Émulée</translation>
    </message>
    <message>
        <source>Local KVM</source>
        <translation>KVM local</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>La machine est arrêtée.</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>La machine s’est arrêtée de façon inattendue.</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>La machine est en cours de démarrage.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Le moteur ne répond pas.</translation>
    </message>
</context>
<context>
    <name>MachineDirectory</name>
    <message>
        <source>The machine cannot use %1.</source>
        <translation>La machine ne peut pas utiliser %1.</translation>
    </message>
    <message>
        <source>It is neither a regular file nor a block device.</source>
        <translation>Ce n’est ni un fichier ordinaire ni un périphérique bloc.</translation>
    </message>
    <message>
        <source>It lies outside of the machine&apos;s folder, which is all that the engine sees.</source>
        <translation>Il se trouve hors du dossier de la machine, or le moteur ne voit que celui-ci.</translation>
    </message>
    <message>
        <source>The path is not absolute.</source>
        <translation>Le chemin n’est pas absolu.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>It lies in the machine&apos;s folder but is a link that leads out of it.</source>
        <translation>Il se trouve dans le dossier de la machine, mais c’est un lien qui mène en dehors.</translation>
    </message>
    <message>
        <source>It lies on another file system, so it cannot be linked into the machine&apos;s folder, and the machine writes to it, so it is not copied.</source>
        <translation>Il se trouve sur un autre système de fichiers et ne peut donc pas être lié dans le dossier de la machine&#x202f;; comme la machine y écrit, il n’est pas copié.</translation>
    </message>
    <message>
        <source>Move the file to the file system of the machine&apos;s folder.</source>
        <translation>Déplacez le fichier vers le système de fichiers du dossier de la machine.</translation>
    </message>
</context>
<context>
    <name>MachineFiles</name>
    <message>
        <source>The machine&apos;s disk was not made.</source>
        <translation>Le disque de la machine n’a pas été créé.</translation>
    </message>
</context>
<context>
    <name>MachineOrder</name>
    <message>
        <source>Create “%1”</source>
        <translation>Créer «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lecture et écriture</translation>
    </message>
    <message>
        <source>root</source>
        <translation>racine</translation>
    </message>
    <message>
        <source>asynchronous I/O</source>
        <translation>E/S asynchrones</translation>
    </message>
    <message>
        <source>Drive “%1”: %2 (%3)</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: %2 (%3)</translation>
    </message>
    <message>
        <source>“%1” with %2</source>
        <translation>«&#x202f;%1&#x202f;» avec %2</translation>
    </message>
    <message>
        <source>Boots a stock Debian kernel with a small root file system</source>
        <translation>Démarre un noyau Debian standard avec un petit système de fichiers racine</translation>
    </message>
    <message>
        <source>Boots %1</source>
        <translation>Démarre %1</translation>
    </message>
    <message>
        <source>Initial RAM disk: %1</source>
        <translation>Disque RAM initial&#xa0;: %1</translation>
    </message>
    <message>
        <source>the demo&apos;s root file system</source>
        <translation>le système de fichiers racine de la démonstration</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own, enlarged to %2</source>
        <translation>Disque&#xa0;: sa propre copie de %1, agrandie à %2</translation>
    </message>
    <message>
        <source>Disk: a copy of %1 of its own</source>
        <translation>Disque&#xa0;: sa propre copie de %1</translation>
    </message>
    <message>
        <source>No drives</source>
        <translation>Aucun disque</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Groupe&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Étiquettes&#xa0;: %1</translation>
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
        <translation>«&#x202f;%1&#x202f;» doit être un texte.</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>«&#x202f;%1&#x202f;» doit être une liste de textes.</translation>
    </message>
    <message>
        <source>“%1” has a value that this version does not know.</source>
        <translation>«&#x202f;%1&#x202f;» a une valeur que cette version ne connaît pas.</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>Ce n’est pas un document JSON&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>«&#x202f;%1&#x202f;» est présent deux fois.</translation>
    </message>
    <message>
        <source>It has no usable “version”.</source>
        <translation>Il n’a pas de «&#x202f;version&#x202f;» utilisable.</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>Il a été écrit par une version plus récente de Sparkler.</translation>
    </message>
    <message>
        <source>“%1” must be a date and time.</source>
        <translation>«&#x202f;%1&#x202f;» doit être une date et une heure.</translation>
    </message>
    <message>
        <source>Its “config” is wrong: %1.</source>
        <translation>Sa section «&#x202f;config&#x202f;» est incorrecte&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Its “config” has settings that this version does not know: %1.</source>
        <translation>Sa section «&#x202f;config&#x202f;» a des réglages que cette version ne connaît pas&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Il est trop volumineux.</translation>
    </message>
    <message>
        <source>Another program is changing the machines.</source>
        <translation>Un autre programme est en train de modifier les machines.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>« %1 » doit être un nombre entier.</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>« %1 » doit être un objet.</translation>
    </message>
    <message>
        <source>“%1” has a setting that this version does not know: </source>
        <translation>« %1 » a un réglage que cette version ne connaît pas : </translation>
    </message>
</context>
<context>
    <name>MachineText</name>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage en cours</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marche</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>Arrêt inattendu</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>Ne répond pas</translation>
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
            <numerusform>%n vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <translation>Envoyer Ctrl+Alt+Suppr</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Force stop</source>
        <translation>Forcer l’arrêt</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>OverviewText</name>
    <message>
        <source>The machine stopped unexpectedly.</source>
        <translation>La machine s’est arrêtée de façon inattendue.</translation>
    </message>
    <message>
        <source>The last log lines are among the technical details; the whole log is under Logs. The machine can be started again.</source>
        <translation>Les dernières lignes du journal figurent dans les détails techniques&#x202f;; le journal complet est sous Journaux. La machine peut être démarrée à nouveau.</translation>
    </message>
    <message>
        <source>This machine has no kernel yet. Choose one under Hardware.</source>
        <translation>Cette machine n’a pas encore de noyau. Choisissez-en un sous Matériel.</translation>
    </message>
    <message>
        <source>This machine has neither a root drive nor an initrd. Add one under Hardware, or the kernel will stop early.</source>
        <translation>Cette machine n’a ni disque racine ni initrd. Ajoutez-en un sous Matériel, sinon le noyau s’arrêtera très tôt.</translation>
    </message>
    <message>
        <source>Ready to start. Its serial console will be under Console.</source>
        <translation>Prête à démarrer. Sa console série sera sous Console.</translation>
    </message>
    <message>
        <source>The guest stands still. Resume it to let it go on.</source>
        <translation>L’invité est figé. Reprenez l’exécution pour qu’il continue.</translation>
    </message>
    <message>
        <source>Wait a moment, or force the machine to stop. What the guest has not written to its drives would be lost.</source>
        <translation>Attendez un moment, ou forcez l’arrêt de la machine. Ce que l’invité n’a pas encore écrit sur ses disques serait perdu.</translation>
    </message>
    <message>
        <source>Some changes take effect when the machine is restarted.</source>
        <translation>Certaines modifications prendront effet au redémarrage de la machine.</translation>
    </message>
    <message>
        <source>root</source>
        <translation>racine</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>rate-limited</source>
        <translation>débit limité</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>fichier manquant</translation>
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
        <translation>%1 n’a pas pu être démarré&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 ended with status %2.</source>
        <translation>%1 s’est terminé avec le statut %2.</translation>
    </message>
    <message>
        <source>%1 was killed by signal %2.</source>
        <translation>%1 a été tué par le signal %2.</translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>RunnerText</name>
    <message>
        <source>No new session could be made: %1.</source>
        <translation>Impossible de créer une nouvelle session&#xa0;: %1.</translation>
    </message>
    <message>
        <source>/dev/null could not be opened: %1.</source>
        <translation>Impossible d’ouvrir /dev/null&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>Impossible d’écrire le fichier %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The folder %1 could not be entered: %2.</source>
        <translation>Impossible d’entrer dans le dossier %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The program %1 could not be run: %2.</source>
        <translation>Impossible d’exécuter le programme %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Le moteur n’a pas pu être démarré.</translation>
    </message>
    <message>
        <source>The new process is not visible in /proc.</source>
        <translation>Le nouveau processus n’est pas visible dans /proc.</translation>
    </message>
</context>
<context>
    <name>SnapshotText</name>
    <message>
        <source>Full</source>
        <comment>kind of snapshot</comment>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Diff</source>
        <comment>kind of snapshot</comment>
        <translation>Différentiel</translation>
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
        <translation>lecture seule : le fichier lui-même est réutilisé</translation>
    </message>
    <message>
        <source>copied by reflink: blocks are shared until one is written</source>
        <translation>copié par reflink : les blocs sont partagés jusqu’à leur écriture</translation>
    </message>
    <message>
        <source>copied in full, with its holes</source>
        <translation>copié entièrement, avec ses trous</translation>
    </message>
    <message numerus="yes">
        <source>%n shared</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n partagé</numerusform>
            <numerusform>%n partagés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n copié</numerusform>
            <numerusform>%n copiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read-only</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n en lecture seule</numerusform>
            <numerusform>%n en lecture seule</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <comment>drives</comment>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between kinds of drive copies</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>processor</comment>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>%1 (family %2, model %3, stepping %4)</source>
        <comment>processor</comment>
        <translation>%1 (famille %2, modèle %3, révision %4)</translation>
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
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>%1, emulated</source>
        <comment>engine</comment>
        <translation>%1, émulé</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Missing</source>
        <comment>file</comment>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Recorded now</source>
        <translation>Enregistré maintenant</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Verified %1: not all files are as they were.</source>
        <comment>time</comment>
        <translation>Vérifié le %1 : certains fichiers ont changé.</translation>
    </message>
    <message>
        <source>Verified %1: nothing is wrong; some files had no checksum yet and have one now.</source>
        <comment>time</comment>
        <translation>Vérifié le %1 : rien à signaler ; certains fichiers n’avaient pas encore de somme de contrôle et en ont une maintenant.</translation>
    </message>
    <message>
        <source>Verified %1: all files are as they were.</source>
        <comment>time</comment>
        <translation>Vérifié le %1 : tous les fichiers sont inchangés.</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>The archive: %1</source>
        <translation>L’archive : %1</translation>
    </message>
    <message>
        <source>The file “%1” has %2 bytes instead of %3.</source>
        <translation>Le fichier « %1 » comporte %2 octets au lieu de %3.</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot: it has “%1”.</source>
        <translation>Ce n’est pas une archive d’instantané : elle contient « %1 ».</translation>
    </message>
    <message>
        <source>Its description is too large.</source>
        <translation>Sa description est trop volumineuse.</translation>
    </message>
    <message>
        <source>Its description does not fit an archive.</source>
        <translation>Sa description ne convient pas à une archive.</translation>
    </message>
    <message>
        <source>“%1” is longer than it should be.</source>
        <translation>« %1 » est plus long qu’il ne devrait.</translation>
    </message>
    <message>
        <source>The file “%1” is missing.</source>
        <translation>Le fichier « %1 » est absent.</translation>
    </message>
    <message>
        <source>“%1” is not a regular file.</source>
        <translation>« %1 » n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>It was made on a processor of another vendor (%1; this host has %2).</source>
        <translation>Il a été pris sur un processeur d’un autre fabricant (%1 ; cet hôte a %2).</translation>
    </message>
    <message>
        <source>Restore it on a host with such a processor.</source>
        <translation>Restaurez-le sur un hôte doté d’un tel processeur.</translation>
    </message>
    <message>
        <source>This host’s processor lacks features that the guest may be using: %1.</source>
        <translation>Le processeur de cet hôte n’a pas des fonctions que l’invité utilise peut-être : %1.</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on (%1). For machines that are to move, choose a CPU template before they are started.</source>
        <translation>Restaurez-le sur un hôte semblable à celui d’origine (%1). Pour les machines appelées à être déplacées, choisissez un modèle de CPU avant leur démarrage.</translation>
    </message>
    <message>
        <source>It was made on another processor (%1; this host has %2). What the guest uses is there, but such a restore is not tested.</source>
        <translation>Il a été pris sur un autre processeur (%1 ; cet hôte a %2). Ce que l’invité utilise est présent, mais une telle restauration n’est pas testée.</translation>
    </message>
    <message>
        <source>Make another snapshot first, and look at the guest afterwards.</source>
        <translation>Prenez d’abord un autre instantané, et examinez l’invité ensuite.</translation>
    </message>
    <message>
        <source>It was made on a real processor, and the machine would run in the emulator, which has another one.</source>
        <translation>Il a été pris sur un processeur réel, et la machine tournerait dans l’émulateur, qui en a un autre.</translation>
    </message>
    <message>
        <source>Restore it on a host with KVM.</source>
        <translation>Restaurez-le sur un hôte disposant de KVM.</translation>
    </message>
    <message>
        <source>It was made in the emulator, and the machine would run on this host’s processor, which is another one.</source>
        <translation>Il a été pris dans l’émulateur, et la machine tournerait sur le processeur de cet hôte, qui est différent.</translation>
    </message>
    <message>
        <source>Choose the emulator as the place where the machine runs.</source>
        <translation>Choisissez l’émulateur comme lieu d’exécution de la machine.</translation>
    </message>
    <message>
        <source>It was made by a newer engine (version %1; here is %2), which may have written something that this one cannot read.</source>
        <translation>Il a été pris par un moteur plus récent (version %1 ; ici %2), qui a pu écrire quelque chose que celui-ci ne sait pas lire.</translation>
    </message>
    <message>
        <source>Install version %1 or later.</source>
        <translation>Installez la version %1 ou ultérieure.</translation>
    </message>
    <message>
        <source>Only its drives can be used; they are in its folder.</source>
        <translation>Seuls ses disques sont utilisables ; ils se trouvent dans son dossier.</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>Le fichier %1 est absent.</translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation>Remettez-le en place.</translation>
    </message>
    <message>
        <source>The read-only drive %1 was changed since the snapshot was made. The guest may still have parts of the old one in its memory.</source>
        <translation>Le disque en lecture seule %1 a été modifié depuis la prise de l’instantané. L’invité peut encore avoir des parties de l’ancien en mémoire.</translation>
    </message>
    <message>
        <source>Put the file of then back.</source>
        <translation>Remettez le fichier d’alors.</translation>
    </message>
    <message>
        <source>Up to %1 may be needed for copies, and %2 are free.</source>
        <translation>Jusqu’à %1 peuvent être nécessaires pour les copies, et %2 sont libres.</translation>
    </message>
    <message>
        <source>Make room first, unless the file system can share the blocks of copies.</source>
        <translation>Faites d’abord de la place, sauf si le système de fichiers sait partager les blocs des copies.</translation>
    </message>
    <message>
        <source>Network interface “%1”: %2</source>
        <translation>Interface réseau « %1 » : %2</translation>
    </message>
    <message>
        <source>The file system keeps blocks of %1 bytes, so it cannot tell which pages of memory, of 4096 bytes each, a diff has.</source>
        <translation>Le système de fichiers gère des blocs de %1 octets et ne peut donc pas dire quelles pages de mémoire, de 4096 octets chacune, contient un différentiel.</translation>
    </message>
    <message>
        <source>“%1” does not have the size of the memory that it belongs to.</source>
        <translation>« %1 » n’a pas la taille de la mémoire à laquelle il appartient.</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>Cet instantané n’existe plus.</translation>
    </message>
    <message>
        <source>Machines cannot run on this host.</source>
        <translation>Les machines ne peuvent pas tourner sur cet hôte.</translation>
    </message>
    <message>
        <source>The guest ends at once, without shutting down: what its programs do now is lost.</source>
        <translation>L’invité s’arrête aussitôt, sans extinction : ce que font ses programmes est perdu.</translation>
    </message>
    <message>
        <source>Drive “%1”: everything written since %2 is lost.</source>
        <translation>Disque « %1 » : tout ce qui a été écrit depuis le %2 est perdu.</translation>
    </message>
    <message>
        <source>Settings go back: %1</source>
        <translation>Les réglages reviennent en arrière : %1</translation>
    </message>
    <message>
        <source>The memory is not whole: a snapshot that this one is a diff of is missing or damaged.</source>
        <translation>La mémoire est incomplète : un instantané dont celui-ci est le différentiel est absent ou endommagé.</translation>
    </message>
    <message>
        <source>The guest keeps its MAC and IP addresses, as they are in its memory: clones on one bridge would disturb each other.</source>
        <translation>L’invité garde ses adresses MAC et IP, puisqu’elles sont dans sa mémoire : des clones sur un même pont se gêneraient.</translation>
    </message>
    <message>
        <source>Keep their TAP devices apart, or change the addresses in the guests.</source>
        <translation>Séparez leurs périphériques TAP, ou changez les adresses dans les invités.</translation>
    </message>
    <message>
        <source>%1 lies in the machine’s folder but is a link that leads out of it.</source>
        <translation>%1 se trouve dans le dossier de la machine mais est un lien qui en sort.</translation>
    </message>
    <message>
        <source>%1 is not a regular file any more.</source>
        <translation>%1 n’est plus un fichier ordinaire.</translation>
    </message>
    <message>
        <source>The drive cannot be put back: files cannot be made in the folder %1.</source>
        <translation>Le disque ne peut pas être remis en place : impossible de créer des fichiers dans le dossier %1.</translation>
    </message>
    <message>
        <source>The serial port writes to the engine’s output, not to its file: snapshots do not hold that setting.</source>
        <translation>Le port série écrit vers la sortie du moteur, et non vers son fichier : les instantanés ne conservent pas ce réglage.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 est endommagé.</translation>
    </message>
    <message>
        <source>It is damaged, or of a newer version.</source>
        <translation>Il est endommagé, ou d’une version plus récente.</translation>
    </message>
    <message>
        <source>Its description cannot be read: %1</source>
        <translation>Sa description est illisible : %1</translation>
    </message>
    <message>
        <source>It is the description of snapshot %1.</source>
        <translation>C’est la description de l’instantané %1.</translation>
    </message>
    <message>
        <source>Its description is damaged: %1.</source>
        <translation>Sa description est endommagée : %1.</translation>
    </message>
    <message>
        <source>Its description has no usable “version”.</source>
        <translation>Sa description n’a pas de « version » utilisable.</translation>
    </message>
    <message>
        <source>It was made by a newer version of Sparkler.</source>
        <translation>Il a été pris par une version plus récente de Sparkler.</translation>
    </message>
    <message>
        <source>Its description is wrong: %1.</source>
        <translation>Sa description est erronée : %1.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>It is missing.</source>
        <translation>Il est absent.</translation>
    </message>
    <message>
        <source>It had no checksum yet. It has one from now on.</source>
        <translation>Il n’avait pas encore de somme de contrôle. Il en a une désormais.</translation>
    </message>
    <message>
        <source>Its content is not what it was when the snapshot was made.</source>
        <translation>Son contenu n’est plus celui du moment où l’instantané a été pris.</translation>
    </message>
    <message>
        <source>Another manager works on the snapshots of this machine.</source>
        <translation>Un autre gestionnaire travaille sur les instantanés de cette machine.</translation>
    </message>
    <message>
        <source>It is not an archive of a snapshot.</source>
        <translation>Ce n’est pas une archive d’instantané.</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>Cette machine n’existe plus.</translation>
    </message>
    <message>
        <source>What the engine made in place of “%1” is not a file of its own.</source>
        <translation>Ce que le moteur a créé à la place de « %1 » n&apos;est pas un fichier à lui.</translation>
    </message>
    <message>
        <source>This host does not take the guest’s processor: %1</source>
        <translation>Cet hôte n’accepte pas le processeur de l’invité : %1</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on.</source>
        <translation>Restaurez-le sur un hôte comme celui sur lequel il a été fait.</translation>
    </message>
    <message>
        <source>The guest was given what this host does not offer, and may crash when it uses it: %1.</source>
        <translation>L’invité a reçu ce que cet hôte n’offre pas, et peut planter s’il s’en sert : %1.</translation>
    </message>
    <message>
        <source>Restore it on a host like the one it was made on. For machines that are to move, choose a CPU template before they are started.</source>
        <translation>Restaurez-le sur un hôte comme celui sur lequel il a été fait. Pour les machines qui doivent se déplacer, choisissez un modèle de CPU avant de les démarrer.</translation>
    </message>
    <message>
        <source>The guest relies on the processor not having some flaws, which this host does not promise: %1.</source>
        <translation>L’invité compte sur l’absence de certains défauts du processeur, ce que cet hôte ne promet pas : %1.</translation>
    </message>
    <message>
        <source>Port forwards stay with the original, which has the ports of this host.</source>
        <translation>Les redirections de ports restent à l’original, qui occupe les ports de cet hôte.</translation>
    </message>
    <message>
        <source>Give the clone forwards of its own on its Network page.</source>
        <translation>Donnez au clone ses propres redirections sur sa page Réseau.</translation>
    </message>
</context>
<context>
    <name>TapState</name>
    <message>
        <source>No network device can have this name.</source>
        <translation>Aucun périphérique réseau ne peut porter ce nom.</translation>
    </message>
    <message>
        <source>This host has no /dev/net/tun.</source>
        <translation>Cet hôte n’a pas de /dev/net/tun.</translation>
    </message>
    <message>
        <source>You may not open /dev/net/tun.</source>
        <translation>Vous n’avez pas le droit d’ouvrir /dev/net/tun.</translation>
    </message>
    <message>
        <source>There is no device %1 on this host.</source>
        <translation>Il n’y a pas de périphérique %1 sur cet hôte.</translation>
    </message>
    <message>
        <source>%1 is no TAP device.</source>
        <translation>%1 n’est pas un périphérique TAP.</translation>
    </message>
    <message>
        <source>%1 belongs to the user %2.</source>
        <translation>%1 appartient à l’utilisateur %2.</translation>
    </message>
    <message>
        <source>%1 belongs to the user with the number %2.</source>
        <translation>%1 appartient à l’utilisateur numéro %2.</translation>
    </message>
    <message>
        <source>%1 belongs to the group with the number %2.</source>
        <translation>%1 appartient au groupe numéro %2.</translation>
    </message>
    <message>
        <source>%1 is in use by process %2.</source>
        <translation>%1 est utilisé par le processus %2.</translation>
    </message>
    <message>
        <source>%1 is in use by another process.</source>
        <translation>%1 est utilisé par un autre processus.</translation>
    </message>
    <message>
        <source>%1 is ready, but switched off: no packet passes.</source>
        <translation>%1 est prêt, mais désactivé&#xa0;: aucun paquet ne passe.</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 est prêt.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Load the kernel&apos;s module: sudo modprobe tun.</source>
        <translation>Chargez le module du noyau&#xa0;: sudo modprobe tun.</translation>
    </message>
    <message>
        <source>Let everybody open it, as is usual: sudo chmod 666 /dev/net/tun. Who may use which device is decided by each device&apos;s owner.</source>
        <translation>Autorisez tout le monde à l’ouvrir, comme c’est l’usage&#xa0;: sudo chmod 666 /dev/net/tun. C’est le propriétaire de chaque périphérique qui détermine qui peut l’utiliser.</translation>
    </message>
    <message>
        <source>Make it, as yours.</source>
        <translation>Créez-le à votre nom.</translation>
    </message>
    <message>
        <source>Choose the name of a TAP device, or one that is free.</source>
        <translation>Choisissez le nom d’un périphérique TAP, ou un nom libre.</translation>
    </message>
    <message>
        <source>Remove it and make it anew as yours, or choose another.</source>
        <translation>Supprimez-le et recréez-le à votre nom, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Stop the machine or program that has it, or choose another device.</source>
        <translation>Arrêtez la machine ou le programme qui l’utilise, ou choisissez un autre périphérique.</translation>
    </message>
    <message>
        <source>Switch it on: sudo ip link set %1 up.</source>
        <translation>Activez-le&#xa0;: sudo ip link set %1 up.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Create, run and watch KVM microVMs.</source>
        <translation>Créer, exécuter et surveiller des microVM KVM.</translation>
    </message>
</context>
<context>
    <name>sparklectl</name>
    <message>
        <source>%1 %2 was not sent.</source>
        <translation>%1 %2 n’a pas été envoyé.</translation>
    </message>
    <message>
        <source>A path begins with “/” and has no blanks.</source>
        <translation>Un chemin commence par « / » et ne contient pas d’espaces.</translation>
    </message>
    <message>
        <source>%1 %2 failed.</source>
        <translation>%1 %2 a échoué.</translation>
    </message>
    <message>
        <source>Send a request to a machine&apos;s engine and print the answer</source>
        <translation>Envoyer une requête au moteur d’une machine et afficher la réponse</translation>
    </message>
    <message>
        <source>BODY is JSON, @FILE, or - for standard input. What is changed so is not kept in the machine&apos;s definition.</source>
        <translation>BODY est du JSON, @FICHIER, ou - pour l’entrée standard. Ce qui est modifié ainsi n’est pas gardé dans la définition de la machine.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 manque.</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>« %1 » est un mot de trop.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Possible: %3.</source>
        <translation>%1 ne peut pas être « %2 ». Possible : %3.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Il n’y a pas d’option %1.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>%1 needs a value: %2.</source>
        <translation>%1 exige une valeur : %2.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 est présent deux fois.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Il n’y a pas de commande « %1 ».</translation>
    </message>
    <message>
        <source>“%1” needs one of these behind it: %2.</source>
        <translation>« %1 » doit être suivi de l’un de ceux-ci : %2.</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>Needs a restart of the machine:</source>
        <translation>Nécessite un redémarrage de la machine :</translation>
    </message>
    <message>
        <source>Print JSON in place of text, errors on standard error as well</source>
        <translation>Afficher du JSON au lieu de texte, y compris les erreurs sur la sortie d’erreur</translation>
    </message>
    <message>
        <source>Show no progress and no remarks</source>
        <translation>Ne montrer ni progression ni remarques</translation>
    </message>
    <message>
        <source>Tell what the command does</source>
        <translation>Dire ce que fait la commande</translation>
    </message>
    <message>
        <source>Ctrl-] q leaves, Ctrl-] ] sends Ctrl-].</source>
        <translation>Ctrl-] q quitte, Ctrl-] ] envoie Ctrl-].</translation>
    </message>
    <message>
        <source>There is no console.</source>
        <translation>Il n’y a pas de console.</translation>
    </message>
    <message>
        <source>The console of “%1”. Ctrl-] q leaves it.</source>
        <translation>La console de « %1 ». Ctrl-] q pour la quitter.</translation>
    </message>
    <message>
        <source>“%1” has ended.</source>
        <translation>« %1 » s’est terminée.</translation>
    </message>
    <message>
        <source>Only show what the guest prints</source>
        <translation>Montrer seulement ce que l’invité affiche</translation>
    </message>
    <message>
        <source>Open a running machine&apos;s serial console</source>
        <translation>Ouvrir la console série d’une machine en marche</translation>
    </message>
    <message>
        <source>First what it has printed, as far as it is kept. Ctrl-] q leaves, the machine runs on. Input that is no terminal is sent as it is, and at its end the command ends. What a guest prints can do to the terminal what any program can.</source>
        <translation>D’abord ce qu’elle a affiché, autant qu’il en est gardé. Ctrl-] q la quitte, la machine continue. Une entrée qui n’est pas un terminal est envoyée telle quelle, et à sa fin la commande se termine. Ce qu’un invité affiche peut faire au terminal ce que peut tout programme.</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>Aucune machine n’a été créée.</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Voir %1</translation>
    </message>
    <message>
        <source>--demo and --from-config exclude each other.</source>
        <translation>--demo et --from-config s’excluent.</translation>
    </message>
    <message>
        <source>--demo and %1 exclude each other.</source>
        <translation>--demo et %1 s’excluent.</translation>
    </message>
    <message>
        <source>It needs a kernel: one of --kernel, --from-config and --demo.</source>
        <translation>Il lui faut un noyau : l’un de --kernel, --from-config et --demo.</translation>
    </message>
    <message>
        <source>--copy-root needs a root drive.</source>
        <translation>--copy-root exige un disque racine.</translation>
    </message>
    <message>
        <source>--disk-size is a size from 1M to 16T.</source>
        <translation>--disk-size est une taille de 1M à 16T.</translation>
    </message>
    <message>
        <source>--disk-size needs --copy-root or --demo.</source>
        <translation>--disk-size exige --copy-root ou --demo.</translation>
    </message>
    <message>
        <source>Machine “%1” is made; its id is %2.</source>
        <translation>La machine « %1 » est créée ; son identifiant est %2.</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system; built once</source>
        <translation>Un noyau Debian ordinaire et un petit système de fichiers racine ; construit une fois</translation>
    </message>
    <message>
        <source>What a Firecracker configuration file says</source>
        <translation>Ce que dit un fichier de configuration de Firecracker</translation>
    </message>
    <message>
        <source>Kernel: vmlinux or bzImage</source>
        <translation>Noyau : vmlinux ou bzImage</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>Disque RAM initial</translation>
    </message>
    <message>
        <source>The kernel&apos;s command line</source>
        <translation>La ligne de commande du noyau</translation>
    </message>
    <message>
        <source>A drive; the first one is the root drive if none says so and there is no initial RAM disk</source>
        <translation>Un disque ; le premier est le disque racine si aucun ne le dit et s’il n’y a pas de disque RAM initial</translation>
    </message>
    <message>
        <source>The machine gets a copy of the root drive of its own</source>
        <translation>La machine reçoit sa propre copie du disque racine</translation>
    </message>
    <message>
        <source>Makes that copy larger, with its file system</source>
        <translation>Agrandit cette copie, avec son système de fichiers</translation>
    </message>
    <message>
        <source>Processors, 1 to 32</source>
        <translation>Processeurs, de 1 à 32</translation>
    </message>
    <message>
        <source>Memory, such as 512 (MiB) or 2G</source>
        <translation>Mémoire, par exemple 512 (Mio) ou 2G</translation>
    </message>
    <message>
        <source>A network interface: with user-mode networking, or on a TAP device of the host</source>
        <translation>Une interface réseau : en mode utilisateur, ou sur un périphérique TAP de l’hôte</translation>
    </message>
    <message>
        <source>A port of the host that leads to one of the guest&apos;s; with --network user</source>
        <translation>Un port de l’hôte qui mène à un port de l’invité ; avec --network user</translation>
    </message>
    <message>
        <source>A vsock device with this CID</source>
        <translation>Un périphérique vsock avec ce CID</translation>
    </message>
    <message>
        <source>Track written pages, for incremental snapshots</source>
        <translation>Suivre les pages écrites, pour des instantanés incrémentaux</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>Où elle fonctionne</translation>
    </message>
    <message>
        <source>What confines its engine</source>
        <translation>Ce qui confine son moteur</translation>
    </message>
    <message>
        <source>Group in the list</source>
        <translation>Groupe dans la liste</translation>
    </message>
    <message>
        <source>A tag; may be given several times</source>
        <translation>Une étiquette ; peut être répétée</translation>
    </message>
    <message>
        <source>Notes about the machine</source>
        <translation>Notes sur la machine</translation>
    </message>
    <message>
        <source>Start it, too</source>
        <translation>La démarrer aussi</translation>
    </message>
    <message>
        <source>Make a machine</source>
        <translation>Créer une machine</translation>
    </message>
    <message>
        <source>Of one&apos;s own files, of a Firecracker configuration file, or the demo. Other options change what the file or the demo says. A name that is taken gets a number.</source>
        <translation>À partir de ses propres fichiers, d’un fichier de configuration de Firecracker, ou la démo. Les autres options modifient ce que dit le fichier ou la démo. Un nom déjà pris reçoit un numéro.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problème</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>vérification</translation>
    </message>
    <message>
        <source>Looking at this host</source>
        <translation>Examen de cet hôte</translation>
    </message>
    <message>
        <source>What helps: %1</source>
        <translation>Ce qui aide : %1</translation>
    </message>
    <message>
        <source>Look whether this host has all that machines need</source>
        <translation>Vérifier que cet hôte a tout ce qu’il faut aux machines</translation>
    </message>
    <message>
        <source>The checks of the manager&apos;s start page. The exit code is 5 when one of them found a problem; warnings do not count.</source>
        <translation>Les vérifications de la page d’accueil du gestionnaire. Le code de sortie est 5 si l’une d’elles a trouvé un problème ; les avertissements ne comptent pas.</translation>
    </message>
    <message>
        <source>The drive was not changed.</source>
        <translation>Le disque n’a pas été modifié.</translation>
    </message>
    <message>
        <source>“%1” has no drive “%2”.</source>
        <translation>« %1 » n’a pas de disque « %2 ».</translation>
    </message>
    <message>
        <source>“sparklectl drive list” tells which there are.</source>
        <translation>« sparklectl drive list » dit lesquels existent.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ROOT</source>
        <translation>RACINE</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>LECTURE SEULE</translation>
    </message>
    <message>
        <source>BANDWIDTH</source>
        <translation>DÉBIT</translation>
    </message>
    <message>
        <source>OPERATIONS</source>
        <translation>OPÉRATIONS</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>Only one drive can be the root drive.</source>
        <translation>Un seul disque peut être le disque racine.</translation>
    </message>
    <message>
        <source>There is a drive “%1” already.</source>
        <translation>Il y a déjà un disque « %1 ».</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 et %2 s’excluent.</translation>
    </message>
    <message>
        <source>Whether the guest&apos;s flushes reach the disk</source>
        <translation>Si les flushs de l’invité atteignent le disque</translation>
    </message>
    <message>
        <source>How the engine reads and writes</source>
        <translation>Comment le moteur lit et écrit</translation>
    </message>
    <message>
        <source>Its id; otherwise one is chosen</source>
        <translation>Son identifiant ; sinon il est choisi</translation>
    </message>
    <message>
        <source>Another file, at once where the machine runs</source>
        <translation>Un autre fichier, tout de suite si la machine est en marche</translation>
    </message>
    <message>
        <source>The guest may not write to it</source>
        <translation>L’invité ne peut pas y écrire</translation>
    </message>
    <message>
        <source>The guest may write to it</source>
        <translation>L’invité peut y écrire</translation>
    </message>
    <message>
        <source>So many bytes in that time, a second if not given, and once so many more</source>
        <translation>Tant d’octets dans ce temps, une seconde si rien n’est dit, et une fois tant de plus</translation>
    </message>
    <message>
        <source>So many requests in that time</source>
        <translation>Tant de requêtes dans ce temps</translation>
    </message>
    <message>
        <source>List a machine&apos;s drives</source>
        <translation>Lister les disques d’une machine</translation>
    </message>
    <message>
        <source>Give a machine another drive, from its next start on</source>
        <translation>Donner un disque de plus à une machine, dès son prochain démarrage</translation>
    </message>
    <message>
        <source>Change a drive</source>
        <translation>Modifier un disque</translation>
    </message>
    <message>
        <source>A running machine gets another file at once; the other settings hold from its next start on.</source>
        <translation>Une machine en marche reçoit un autre fichier tout de suite ; les autres réglages valent dès son prochain démarrage.</translation>
    </message>
    <message>
        <source>Take a drive away, from the next start on</source>
        <translation>Retirer un disque, dès le prochain démarrage</translation>
    </message>
    <message>
        <source>The file stays.</source>
        <translation>Le fichier reste.</translation>
    </message>
    <message>
        <source>Limit a drive, at once where the machine runs</source>
        <translation>Limiter un disque, tout de suite si la machine est en marche</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>La machine n’est pas en marche.</translation>
    </message>
    <message>
        <source>Start it: sparklectl start %1</source>
        <translation>La démarrer : sparklectl start %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ne peut pas être lu : %2.</translation>
    </message>
    <message>
        <source>The document is larger than 16 MiB.</source>
        <translation>Le document dépasse 16 Mio.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer is not valid.</source>
        <translation>La réponse du moteur n’est pas valide.</translation>
    </message>
    <message>
        <source>The engine cannot be reached.</source>
        <translation>Le moteur est injoignable.</translation>
    </message>
    <message>
        <source>Another process listens on the machine&apos;s API socket.</source>
        <translation>Un autre processus écoute sur la socket d’API de la machine.</translation>
    </message>
    <message>
        <source>Makes and runs KVM microVMs on the command line. It works on the same machines as the manager (sparkler), at the same time: what one of them does the other sees. A machine runs on when the command has ended. MACHINE is its name, its id, or the beginning of an id that no other one has.</source>
        <translation>Crée et fait fonctionner des microVM KVM en ligne de commande. Il travaille sur les mêmes machines que le gestionnaire (sparkler), en même temps : ce que fait l’un, l’autre le voit. Une machine continue quand la commande est terminée. MACHINE est son nom, son identifiant, ou le début d’un identifiant qu’aucune autre n’a.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>The command line is wrong; nothing was done</source>
        <translation>La ligne de commande est fausse ; rien n’a été fait</translation>
    </message>
    <message>
        <source>There is no such machine, snapshot, drive or interface, or the name fits several</source>
        <translation>Il n’y a pas de tel(le) machine, instantané, disque ou interface, ou le nom convient à plusieurs</translation>
    </message>
    <message>
        <source>The machine&apos;s state does not allow it now</source>
        <translation>L’état de la machine ne le permet pas maintenant</translation>
    </message>
    <message>
        <source>“doctor” found a problem</source>
        <translation>« doctor » a trouvé un problème</translation>
    </message>
    <message>
        <source>Interrupted by a signal</source>
        <translation>Interrompu par un signal</translation>
    </message>
    <message>
        <source>[OPTION...]</source>
        <translation>[OPTION...]</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Usage : %1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options :</translation>
    </message>
    <message>
        <source>sparklectl COMMAND [OPTION...]</source>
        <translation>sparklectl COMMANDE [OPTION...]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Commandes :</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Options de toutes les commandes :</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Codes de sortie :</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>make and run KVM microVMs</source>
        <translation>créer et faire fonctionner des microVM KVM</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>Synopsis</translation>
    </message>
    <message>
        <source>COMMAND [OPTION...]</source>
        <translation>COMMANDE [OPTION...]</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Options of every command</source>
        <translation>Options de toutes les commandes</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>Codes de sortie</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Machines, trash and assets</source>
        <translation>Machines, corbeille et ressources</translation>
    </message>
    <message>
        <source>The manager&apos;s settings: language, engine and time to stop count here, too</source>
        <translation>Les réglages du gestionnaire : langue, moteur et délai d’arrêt valent aussi ici</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Voir aussi</translation>
    </message>
    <message>
        <source>user-mode network</source>
        <translation>réseau en mode utilisateur</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>RÉSEAU</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>RECEIVE BANDWIDTH</source>
        <translation>DÉBIT EN RÉCEPTION</translation>
    </message>
    <message>
        <source>RECEIVE OPERATIONS</source>
        <translation>OPÉRATIONS EN RÉCEPTION</translation>
    </message>
    <message>
        <source>SEND BANDWIDTH</source>
        <translation>DÉBIT EN ÉMISSION</translation>
    </message>
    <message>
        <source>SEND OPERATIONS</source>
        <translation>OPÉRATIONS EN ÉMISSION</translation>
    </message>
    <message>
        <source>“%1” has no network interface “%2”.</source>
        <translation>« %1 » n’a pas d’interface réseau « %2 ».</translation>
    </message>
    <message>
        <source>“sparklectl interface list” tells which there are.</source>
        <translation>« sparklectl interface list » dit lesquelles existent.</translation>
    </message>
    <message>
        <source>The network interface was not changed.</source>
        <translation>L’interface réseau n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>Bytes towards the guest</source>
        <translation>Octets vers l’invité</translation>
    </message>
    <message>
        <source>Packets towards the guest</source>
        <translation>Paquets vers l’invité</translation>
    </message>
    <message>
        <source>Bytes from the guest</source>
        <translation>Octets venant de l’invité</translation>
    </message>
    <message>
        <source>Packets from the guest</source>
        <translation>Paquets venant de l’invité</translation>
    </message>
    <message>
        <source>List a machine&apos;s network interfaces</source>
        <translation>Lister les interfaces réseau d’une machine</translation>
    </message>
    <message>
        <source>Limit a network interface, at once where the machine runs</source>
        <translation>Limiter une interface réseau, tout de suite si la machine est en marche</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds.</source>
        <translation>--timeout est un nombre de secondes.</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été suspendue.</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été reprise.</translation>
    </message>
    <message>
        <source>End the engine at once</source>
        <translation>Terminer le moteur tout de suite</translation>
    </message>
    <message>
        <source>How long the guest may take to power off before it is forced to; the manager&apos;s setting, if not given</source>
        <translation>Combien de temps l’invité peut mettre à s’éteindre avant d’y être forcé ; sinon le réglage du gestionnaire</translation>
    </message>
    <message>
        <source>Start machines</source>
        <translation>Démarrer des machines</translation>
    </message>
    <message>
        <source>Ends when the guests run. They run on afterwards, without any manager.</source>
        <translation>Se termine quand les invités fonctionnent. Ils continuent ensuite, sans gestionnaire.</translation>
    </message>
    <message>
        <source>Ask guests to power off, and force those that do not</source>
        <translation>Demander aux invités de s’éteindre, et forcer ceux qui ne le font pas</translation>
    </message>
    <message>
        <source>Interrupted while it waits, it leaves the machine running.</source>
        <translation>Interrompue pendant l’attente, elle laisse la machine en marche.</translation>
    </message>
    <message>
        <source>Stop machines and start them with their present settings</source>
        <translation>Arrêter des machines et les démarrer avec leurs réglages actuels</translation>
    </message>
    <message>
        <source>Let guests stand still</source>
        <translation>Mettre les invités en pause</translation>
    </message>
    <message>
        <source>Let paused guests go on</source>
        <translation>Faire reprendre les invités en pause</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été démarrée.</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été arrêtée.</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 10M (a second), 10M/100ms, 10M/1s+50M (with a burst).</source>
        <translation>« %1 » n’est pas une limite. Possible : none, 10M (par seconde), 10M/100ms, 10M/1s+50M (avec une rafale).</translation>
    </message>
    <message>
        <source>“%1” is no limit. Possible: none, 500 (a second), 500/100ms, 500/1s+1000 (with a burst).</source>
        <translation>« %1 » n’est pas une limite. Possible : none, 500 (par seconde), 500/100ms, 500/1s+1000 (avec une rafale).</translation>
    </message>
    <message>
        <source>--lines is a number.</source>
        <translation>--lines est un nombre.</translation>
    </message>
    <message>
        <source>The events were not read.</source>
        <translation>Les événements n’ont pas été lus.</translation>
    </message>
    <message>
        <source>So many of the last lines; 100 if not given</source>
        <translation>Tant des dernières lignes ; 100 si rien n’est dit</translation>
    </message>
    <message>
        <source>Then what is added, until a signal comes</source>
        <translation>Puis ce qui s’ajoute, jusqu’à un signal</translation>
    </message>
    <message>
        <source>What the engine wrote to its standard output and error</source>
        <translation>Ce que le moteur a écrit sur sa sortie standard et d’erreur</translation>
    </message>
    <message>
        <source>Print the log of a machine&apos;s engine</source>
        <translation>Afficher le journal du moteur d’une machine</translation>
    </message>
    <message>
        <source>Print what happens to a running machine, as it happens</source>
        <translation>Afficher ce qui arrive à une machine en marche, à mesure</translation>
    </message>
    <message>
        <source>Ends when the machine does, or when a signal comes.</source>
        <translation>Se termine avec la machine, ou à un signal.</translation>
    </message>
    <message>
        <source>--vcpus is a number from 1 to 32.</source>
        <translation>--vcpus est un nombre de 1 à 32.</translation>
    </message>
    <message>
        <source>--memory is a size in whole MiB, such as 512 or 2G.</source>
        <translation>--memory est une taille en Mio entiers, par exemple 512 ou 2G.</translation>
    </message>
    <message>
        <source>--forward needs --network user.</source>
        <translation>--forward exige --network user.</translation>
    </message>
    <message>
        <source>--vsock is a number from %1 to %2.</source>
        <translation>--vsock est un nombre de %1 à %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Le fichier %1 n’existe pas.</translation>
    </message>
    <message>
        <source>“%1” is no forwarded port: [tcp:|udp:][ADDRESS:]HOST_PORT:GUEST_PORT.</source>
        <translation>« %1 » n’est pas un port redirigé : [tcp:|udp:][ADRESSE:]PORT_HÔTE:PORT_INVITÉ.</translation>
    </message>
    <message>
        <source>No machines. Make one: sparklectl create --demo NAME</source>
        <translation>Aucune machine. En créer une : sparklectl create --demo NOM</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAILLE</translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation>FONCTIONNE</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>DEPUIS</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lecture et écriture</translation>
    </message>
    <message>
        <source>root</source>
        <translation>racine</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>limité</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>path and properties</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>TAP device %1</source>
        <translation>périphérique TAP %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>Exécuteur</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>Prison</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>processus %1</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>Disque %1</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Interface %1</translation>
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
        <translation>Créée</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Only machines with an engine</source>
        <translation>Seulement les machines qui ont un moteur</translation>
    </message>
    <message>
        <source>Only machines of this group</source>
        <translation>Seulement les machines de ce groupe</translation>
    </message>
    <message>
        <source>Only the names, one a line</source>
        <translation>Seulement les noms, un par ligne</translation>
    </message>
    <message>
        <source>List the machines and what they do</source>
        <translation>Lister les machines et ce qu’elles font</translation>
    </message>
    <message>
        <source>Tell all about one machine</source>
        <translation>Tout dire d’une machine</translation>
    </message>
    <message>
        <source>With --json the configuration is the one of a Firecracker configuration file.</source>
        <translation>Avec --json, la configuration est celle d’un fichier de configuration de Firecracker.</translation>
    </message>
    <message>
        <source>The metrics were not read.</source>
        <translation>Les métriques n’ont pas été lues.</translation>
    </message>
    <message>
        <source>COUNTER</source>
        <translation>COMPTEUR</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>VALEUR</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>VARIATION</translation>
    </message>
    <message>
        <source>Also what is 0</source>
        <translation>Aussi ce qui vaut 0</translation>
    </message>
    <message>
        <source>Every second what has changed, until the machine ends or a signal comes</source>
        <translation>Chaque seconde ce qui a changé, jusqu’à la fin de la machine ou un signal</translation>
    </message>
    <message>
        <source>Print what a running machine&apos;s engine has counted</source>
        <translation>Afficher ce qu’a compté le moteur d’une machine en marche</translation>
    </message>
    <message>
        <source>PREFIX leaves only counters whose name begins so, such as net_eth0.</source>
        <translation>PREFIX ne laisse que les compteurs dont le nom commence ainsi, par exemple net_eth0.</translation>
    </message>
    <message>
        <source>The metadata were not read.</source>
        <translation>Les métadonnées n’ont pas été lues.</translation>
    </message>
    <message>
        <source>The metadata were not changed.</source>
        <translation>Les métadonnées n’ont pas été modifiées.</translation>
    </message>
    <message>
        <source>No network interface of the machine answers for the metadata service yet.</source>
        <translation>Aucune interface réseau de la machine ne répond encore pour le service de métadonnées.</translation>
    </message>
    <message>
        <source>It is not a JSON object: %1.</source>
        <translation>Ce n’est pas un objet JSON : %1.</translation>
    </message>
    <message>
        <source>What the machine starts with, also when it runs</source>
        <translation>Ce avec quoi la machine démarre, même si elle est en marche</translation>
    </message>
    <message>
        <source>Print the metadata: of the running machine, else what it starts with</source>
        <translation>Afficher les métadonnées : de la machine en marche, sinon celles avec lesquelles elle démarre</translation>
    </message>
    <message>
        <source>Replace the metadata: of the running machine, else what it starts with</source>
        <translation>Remplacer les métadonnées : de la machine en marche, sinon celles avec lesquelles elle démarre</translation>
    </message>
    <message>
        <source>Merge into the metadata; null takes a name away</source>
        <translation>Fusionner dans les métadonnées ; null retire un nom</translation>
    </message>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>Dernières lignes du moteur&#xa0;:</translation>
    </message>
    <message>
        <source>“%1” was deleted meanwhile.</source>
        <translation>« %1 » a été supprimée entre-temps.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Interrompu.</translation>
    </message>
    <message>
        <source>There is no machine “%1”.</source>
        <translation>Il n’y a pas de machine « %1 ».</translation>
    </message>
    <message>
        <source>“sparklectl list” tells which there are.</source>
        <translation>« sparklectl list » dit lesquelles existent.</translation>
    </message>
    <message>
        <source>“%1” fits several machines: %2.</source>
        <translation>« %1 » convient à plusieurs machines : %2.</translation>
    </message>
    <message>
        <source>Use more of the id.</source>
        <translation>Donner une plus grande partie de l’identifiant.</translation>
    </message>
    <message>
        <source>Print the manual page, for man -l -</source>
        <translation>Afficher la page de manuel, pour man -l -</translation>
    </message>
    <message>
        <source>Print a completion script for bash, zsh or fish</source>
        <translation>Afficher un script de complétion pour bash, zsh ou fish</translation>
    </message>
    <message>
        <source>Tell what the commands do</source>
        <translation>Dire ce que font les commandes</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>Afficher la version</translation>
    </message>
    <message>
        <source>It can be done.</source>
        <translation>C’est possible.</translation>
    </message>
    <message>
        <source>“%1” has no snapshot “%2”.</source>
        <translation>« %1 » n’a pas d’instantané « %2 ».</translation>
    </message>
    <message>
        <source>“%1” fits several snapshots: %2.</source>
        <translation>« %1 » convient à plusieurs instantanés : %2.</translation>
    </message>
    <message>
        <source>“sparklectl snapshot list” tells which there are.</source>
        <translation>« sparklectl snapshot list » dit lesquels existent.</translation>
    </message>
    <message>
        <source>“%1” was not restored.</source>
        <translation>« %1 » n’a pas été restaurée.</translation>
    </message>
    <message>
        <source>--count is a number from 1 to %1.</source>
        <translation>--count est un nombre de 1 à %1.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>“%1” has no snapshots.</source>
        <translation>« %1 » n’a pas d’instantanés.</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>GENRE</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>APRÈS</translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation>PRIS</translation>
    </message>
    <message>
        <source>ON DISK</source>
        <translation>SUR DISQUE</translation>
    </message>
    <message>
        <source>No snapshot was made.</source>
        <translation>Aucun instantané n’a été pris.</translation>
    </message>
    <message>
        <source>“%1” is taken; its id is %2.</source>
        <translation>« %1 » est pris ; son identifiant est %2.</translation>
    </message>
    <message>
        <source>The snapshot was not deleted.</source>
        <translation>L’instantané n’a pas été supprimé.</translation>
    </message>
    <message>
        <source>Its name; the time if not given</source>
        <translation>Son nom ; l’heure si rien n’est dit</translation>
    </message>
    <message>
        <source>A note with it</source>
        <translation>Une note avec</translation>
    </message>
    <message>
        <source>Only what has changed since the last one</source>
        <translation>Seulement ce qui a changé depuis le dernier</translation>
    </message>
    <message>
        <source>Delete the diffs that need it, too</source>
        <translation>Supprimer aussi les différentiels qui en dépendent</translation>
    </message>
    <message>
        <source>Make the diffs that need it full before</source>
        <translation>Rendre d’abord complets les différentiels qui en dépendent</translation>
    </message>
    <message>
        <source>Leave the guest paused afterwards</source>
        <translation>Laisser ensuite l’invité en pause</translation>
    </message>
    <message>
        <source>Only tell what would come of it</source>
        <translation>Dire seulement ce qui en résulterait</translation>
    </message>
    <message>
        <source>The new machine&apos;s name</source>
        <translation>Le nom de la nouvelle machine</translation>
    </message>
    <message>
        <source>So many machines, 1 to 64</source>
        <translation>Tant de machines, de 1 à 64</translation>
    </message>
    <message>
        <source>List a machine&apos;s snapshots</source>
        <translation>Lister les instantanés d’une machine</translation>
    </message>
    <message>
        <source>A star marks the one that was made or restored last.</source>
        <translation>Une étoile marque celui qui a été pris ou restauré en dernier.</translation>
    </message>
    <message>
        <source>Take a snapshot of a machine that runs or is paused</source>
        <translation>Prendre un instantané d’une machine en marche ou en pause</translation>
    </message>
    <message>
        <source>Go back to a snapshot</source>
        <translation>Revenir à un instantané</translation>
    </message>
    <message>
        <source>Ends the machine&apos;s engine and starts it from the snapshot; what was done since is gone. When it fails, drives and settings are as before.</source>
        <translation>Termine le moteur de la machine et la démarre depuis l’instantané ; ce qui a été fait depuis est perdu. En cas d’échec, disques et réglages sont comme avant.</translation>
    </message>
    <message>
        <source>Make new machines from a snapshot and start them</source>
        <translation>Créer de nouvelles machines d’un instantané et les démarrer</translation>
    </message>
    <message>
        <source>Delete a snapshot for good</source>
        <translation>Supprimer un instantané pour de bon</translation>
    </message>
    <message>
        <source>Compare a snapshot&apos;s files with their checksums</source>
        <translation>Comparer les fichiers d’un instantané avec leurs sommes de contrôle</translation>
    </message>
    <message>
        <source>Write a snapshot into one file, for elsewhere</source>
        <translation>Écrire un instantané dans un seul fichier, pour ailleurs</translation>
    </message>
    <message>
        <source>Make a stopped machine of such a file</source>
        <translation>Créer une machine arrêtée d’un tel fichier</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été supprimée.</translation>
    </message>
    <message>
        <source>“%1” is deleted for good.</source>
        <translation>« %1 » est supprimée pour de bon.</translation>
    </message>
    <message>
        <source>“%1” is in the trash: sparklectl undelete %2</source>
        <translation>« %1 » est dans la corbeille : sparklectl undelete %2</translation>
    </message>
    <message>
        <source>There is no machine “%1” in the trash.</source>
        <translation>Il n’y a pas de machine « %1 » dans la corbeille.</translation>
    </message>
    <message>
        <source>“sparklectl trash” tells which there are.</source>
        <translation>« sparklectl trash » dit lesquelles existent.</translation>
    </message>
    <message>
        <source>“%1” is there again.</source>
        <translation>« %1 » est de retour.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
    <message>
        <source>DELETED</source>
        <translation>SUPPRIMÉE</translation>
    </message>
    <message>
        <source>With its disks and snapshots, for good</source>
        <translation>Avec ses disques et instantanés, pour de bon</translation>
    </message>
    <message>
        <source>Move machines that do not run into the trash</source>
        <translation>Mettre à la corbeille des machines qui ne fonctionnent pas</translation>
    </message>
    <message>
        <source>Take machines out of the trash</source>
        <translation>Sortir des machines de la corbeille</translation>
    </message>
    <message>
        <source>List what is in the trash</source>
        <translation>Lister le contenu de la corbeille</translation>
    </message>
    <message>
        <source>It will probably go wrong; with --accept-risk it is tried.</source>
        <translation>Cela échouera probablement ; avec --accept-risk, c’est tenté.</translation>
    </message>
    <message>
        <source>Try it also where it will probably go wrong</source>
        <translation>Tenter aussi ce qui échouera probablement</translation>
    </message>
    <message>
        <source>The processor that the guest sees: T2, T2S, T2CL, T2A, C3, or a template of one&apos;s own</source>
        <translation>Le processeur que voit l’invité : T2, T2S, T2CL, T2A, C3, ou un modèle à soi</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ApiError</name>
    <message>
        <source>there is no socket file</source>
        <translation>il n’y a pas de fichier de socket</translation>
    </message>
    <message>
        <source>nobody listens on the socket</source>
        <translation>personne n’écoute sur le socket</translation>
    </message>
    <message>
        <source>you may not open the socket</source>
        <translation>vous n’avez pas le droit d’ouvrir le socket</translation>
    </message>
    <message>
        <source>the socket&apos;s path is not absolute</source>
        <translation>le chemin du socket n’est pas absolu</translation>
    </message>
    <message>
        <source>the socket&apos;s path is longer than 106 bytes</source>
        <translation>le chemin du socket dépasse 106 octets</translation>
    </message>
    <message>
        <source>the file is not a socket</source>
        <translation>le fichier n’est pas un socket</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached.</source>
        <translation>Échec de %1&#xa0;: le moteur est injoignable.</translation>
    </message>
    <message>
        <source>%1 failed: the engine cannot be reached, %2.</source>
        <translation>Échec de %1&#xa0;: le moteur est injoignable, %2.</translation>
    </message>
    <message>
        <source>%1 failed: the engine did not answer in time. It may still act on it.</source>
        <translation>Échec de %1&#xa0;: le moteur n’a pas répondu à temps. Il peut encore y donner suite.</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1&#xa0;: requête annulée.</translation>
    </message>
    <message>
        <source>%1 failed: the engine closed the connection before it had answered.</source>
        <translation>Échec de %1&#xa0;: le moteur a fermé la connexion avant d’avoir répondu.</translation>
    </message>
    <message>
        <source>%1 failed: the answer is not valid (%2).</source>
        <translation>Échec de %1&#xa0;: la réponse n’est pas valide (%2).</translation>
    </message>
    <message>
        <source>%1 failed: the answer is too large.</source>
        <translation>Échec de %1&#xa0;: la réponse est trop volumineuse.</translation>
    </message>
    <message>
        <source>The engine refused %1 with status %2.</source>
        <translation>Le moteur a refusé %1 avec le statut %2.</translation>
    </message>
    <message>
        <source>The engine refused %1: %2</source>
        <translation>Le moteur a refusé %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::AssetLibrary</name>
    <message>
        <source>It is not a regular file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Il est vide.</translation>
    </message>
    <message>
        <source>It was written by a newer version of Sparkler.</source>
        <translation>Il a été écrit par une version plus récente de Sparkler.</translation>
    </message>
    <message>
        <source>Its asset.json is damaged.</source>
        <translation>Son fichier asset.json est endommagé.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Le fichier %1 n’existe pas.</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 n’a pas été importé.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 ne peut pas être utilisé&#xa0;: %2</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>Vérifier %1</translation>
    </message>
    <message>
        <source>The file was not verified.</source>
        <translation>Le fichier n’a pas été vérifié.</translation>
    </message>
    <message>
        <source>It is not in the library.</source>
        <translation>Il n’est pas dans la bibliothèque.</translation>
    </message>
    <message>
        <source>%1 was not verified.</source>
        <translation>%1 n’a pas été vérifié.</translation>
    </message>
    <message>
        <source>%1 is not what was imported.</source>
        <translation>%1 n’est plus ce qui a été importé.</translation>
    </message>
    <message>
        <source>Its checksum is %1; it was %2.</source>
        <translation>Sa somme de contrôle est %1&#x202f;; elle était %2.</translation>
    </message>
    <message>
        <source>Remove it and import it again.</source>
        <translation>Retirez-le et importez-le à nouveau.</translation>
    </message>
    <message>
        <source>The file was not removed.</source>
        <translation>Le fichier n’a pas été retiré.</translation>
    </message>
    <message>
        <source>It is not in the library any more.</source>
        <translation>Il n’est plus dans la bibliothèque.</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>%1 n’a pas été retiré.</translation>
    </message>
    <message>
        <source>Make the demo guest</source>
        <translation>Créer l’invité de démonstration</translation>
    </message>
    <message>
        <source>The demo guest was not made.</source>
        <translation>L’invité de démonstration n’a pas été créé.</translation>
    </message>
    <message>
        <source>The program that makes it (guest/build-guest) was not found.</source>
        <translation>Le programme qui le crée (guest/build-guest) est introuvable.</translation>
    </message>
    <message>
        <source>Reinstall Sparkler, or set SPARKLER_RESOURCES.</source>
        <translation>Réinstallez Sparkler, ou définissez SPARKLER_RESOURCES.</translation>
    </message>
    <message>
        <source>Look at the last lines for the reason, then try again.</source>
        <translation>Cherchez la raison dans les dernières lignes, puis réessayez.</translation>
    </message>
    <message>
        <source>Making the demo guest from Debian packages</source>
        <translation>Création de l’invité de démonstration à partir de paquets Debian</translation>
    </message>
    <message>
        <source>Making it ended well, but there are files missing in %1.</source>
        <translation>La création s’est bien terminée, mais il manque des fichiers dans %1.</translation>
    </message>
    <message>
        <source>Create disk %1</source>
        <translation>Créer le disque %1</translation>
    </message>
    <message>
        <source>The disk was not made.</source>
        <translation>Le disque n’a pas été créé.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
    <message>
        <source>The disk was not copied.</source>
        <translation>Le disque n’a pas été copié.</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Redimensionner %1</translation>
    </message>
    <message>
        <source>The disk was not resized.</source>
        <translation>Le disque n’a pas été redimensionné.</translation>
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
        <translation>Pourquoi il n’y a pas de ballon</translation>
    </message>
    <message>
        <source>Target of the balloon in MiB</source>
        <translation>Cible du ballon en MiB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Target of the balloon</source>
        <translation>Cible du ballon</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>Ci&amp;ble</translation>
    </message>
    <message>
        <source>So much memory the guest is asked to give back to the host. Its driver decides how fast, and whether it can.</source>
        <translation>La quantité de mémoire que l’invité est prié de rendre à l’hôte. Son pilote décide à quelle vitesse, et s’il le peut.</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>A&amp;cknowledge at the end</source>
        <translation>Ac&amp;quitter à la fin</translation>
    </message>
    <message>
        <source>The engine tells the guest when a run is over, so that it may use the pages again</source>
        <translation>Le moteur indique à l’invité la fin d’un passage, afin qu’il puisse réutiliser les pages</translation>
    </message>
    <message>
        <source>Start a &amp;run</source>
        <translation>Démarrer un &amp;passage</translation>
    </message>
    <message>
        <source>Stop &amp;hinting</source>
        <translation>Arrêter le hi&amp;nting</translation>
    </message>
    <message>
        <source>Free page hinting</source>
        <translation>Indication des pages libres (hinting)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Interval of the statistics</source>
        <translation>Intervalle des statistiques</translation>
    </message>
    <message>
        <source>&amp;Statistics every</source>
        <translation>&amp;Statistiques toutes les</translation>
    </message>
    <message>
        <source>The engine is not known yet.</source>
        <translation>Le moteur n’est pas encore connu.</translation>
    </message>
    <message>
        <source>%1 Its balloon can be worked while it runs.</source>
        <translation>%1 Son ballon se règle lorsqu’elle est en marche.</translation>
    </message>
    <message>
        <source>This machine was started without a balloon. Add one under Hardware; it is there from the next start.
%1</source>
        <translation>Cette machine a été démarrée sans ballon. Ajoutez-en un sous Matériel&#x202f;; il sera présent à partir du prochain démarrage.
%1</translation>
    </message>
    <message>
        <source>The engine is being asked about the balloon.</source>
        <translation>Le moteur est en train d’être interrogé sur le ballon.</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>Demande de %1…</translation>
    </message>
    <message>
        <source>%1 of %2 wanted</source>
        <translation>%1 sur %2 demandés</translation>
    </message>
    <message>
        <source>Not known: the statistics are off. Wanted: %1</source>
        <translation>Inconnu&#xa0;: les statistiques sont désactivées. Demandé&#xa0;: %1</translation>
    </message>
    <message>
        <source>How often the guest is asked. Statistics cannot be switched off while the machine runs.</source>
        <translation>Fréquence à laquelle l’invité est interrogé. Les statistiques ne peuvent pas être désactivées tant que la machine est en marche.</translation>
    </message>
    <message>
        <source>This machine was started without statistics, and they cannot be switched on while it runs. Give the balloon an interval (stats_polling_interval_s) under Hardware; it counts from the next start.</source>
        <translation>Cette machine a été démarrée sans statistiques, et elles ne peuvent pas être activées pendant qu’elle est en marche. Donnez un intervalle au ballon (stats_polling_interval_s) sous Matériel&#x202f;; il prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>Run %1 is under way</source>
        <translation>Passage %1 en cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Pas démarré</translation>
    </message>
    <message>
        <source>%1; the guest has not answered yet</source>
        <translation>%1&#x202f;; l’invité n’a pas encore répondu</translation>
    </message>
    <message>
        <source>%1; the guest is at it</source>
        <translation>%1&#x202f;; l’invité y travaille</translation>
    </message>
    <message>
        <source>host_cmd %1, guest_cmd %2</source>
        <translation>host_cmd %1, guest_cmd %2</translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <translation>Aucun passage n’est en cours.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonForm</name>
    <message>
        <source>Memory balloon</source>
        <translation>Ballon mémoire</translation>
    </message>
    <message>
        <source>The host can &amp;take memory back from the guest</source>
        <translation>L’hôte peut rep&amp;rendre de la mémoire à l’invité</translation>
    </message>
    <message>
        <source>&amp;Give memory back when the guest runs out</source>
        <translation>Re&amp;ndre de la mémoire lorsque l’invité en manque</translation>
    </message>
    <message>
        <source>The guest tells which pages are &amp;free</source>
        <translation>L’invité si&amp;gnale quelles pages sont libres</translation>
    </message>
    <message>
        <source>Free pages can be asked for (&amp;hinting)</source>
        <translation>Les pages libres peuvent être demandées (&amp;hinting)</translation>
    </message>
    <message>
        <source>Target at the start</source>
        <translation>Cible au démarrage</translation>
    </message>
    <message>
        <source>Tar&amp;get at the start</source>
        <translation>C&amp;ible au démarrage</translation>
    </message>
    <message>
        <source>As much as this the guest does without.</source>
        <translation>La quantité de mémoire dont l’invité se passe.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivées</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Sta&amp;tistics every</source>
        <translation>Statisti&amp;ques toutes les</translation>
    </message>
    <message>
        <source>Statistics that are off at the start cannot be switched on while the machine runs.</source>
        <translation>Des statistiques désactivées au démarrage ne peuvent pas être activées pendant que la machine est en marche.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonMonitor</name>
    <message>
        <source>The balloon&apos;s target was not changed.</source>
        <translation>La cible du ballon n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>The interval of the statistics was not changed.</source>
        <translation>L’intervalle des statistiques n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Free page hinting was not started.</source>
        <translation>L’indication des pages libres (hinting) n’a pas été démarrée.</translation>
    </message>
    <message>
        <source>Free page hinting was not stopped.</source>
        <translation>L’indication des pages libres (hinting) n’a pas été arrêtée.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatistics</name>
    <message>
        <source>Swapped in</source>
        <translation>Ramenée du swap</translation>
    </message>
    <message>
        <source>Memory that came back from swap space</source>
        <translation>Mémoire revenue de l’espace d’échange</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>Envoyée au swap</translation>
    </message>
    <message>
        <source>Memory that went to swap space</source>
        <translation>Mémoire transférée vers l’espace d’échange</translation>
    </message>
    <message>
        <source>Major page faults</source>
        <translation>Défauts de page majeurs</translation>
    </message>
    <message>
        <source>Page faults that had to read from a disk</source>
        <translation>Défauts de page ayant nécessité une lecture sur un disque</translation>
    </message>
    <message>
        <source>Minor page faults</source>
        <translation>Défauts de page mineurs</translation>
    </message>
    <message>
        <source>Page faults without reading from a disk</source>
        <translation>Défauts de page sans lecture sur un disque</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>Mémoire libre</translation>
    </message>
    <message>
        <source>Memory that is used for nothing</source>
        <translation>Mémoire qui ne sert à rien</translation>
    </message>
    <message>
        <source>Total memory</source>
        <translation>Mémoire totale</translation>
    </message>
    <message>
        <source>Memory that the guest has, the balloon taken off</source>
        <translation>Mémoire dont dispose l’invité, ballon déduit</translation>
    </message>
    <message>
        <source>Available memory</source>
        <translation>Mémoire disponible</translation>
    </message>
    <message>
        <source>Memory that new programs could have without swapping</source>
        <translation>Mémoire que de nouveaux programmes pourraient obtenir sans swap</translation>
    </message>
    <message>
        <source>Disk caches</source>
        <translation>Caches disque</translation>
    </message>
    <message>
        <source>Memory that holds file contents and could be given up</source>
        <translation>Mémoire qui contient des données de fichiers et pourrait être libérée</translation>
    </message>
    <message>
        <source>Huge pages handed out</source>
        <translation>Grandes pages accordées</translation>
    </message>
    <message>
        <source>Allocations of huge pages that succeeded</source>
        <translation>Allocations de grandes pages réussies</translation>
    </message>
    <message>
        <source>Huge pages refused</source>
        <translation>Grandes pages refusées</translation>
    </message>
    <message>
        <source>Allocations of huge pages that failed</source>
        <translation>Allocations de grandes pages échouées</translation>
    </message>
    <message>
        <source>Killed for lack of memory</source>
        <translation>Tués faute de mémoire</translation>
    </message>
    <message>
        <source>Processes that the guest ended because it had no memory</source>
        <translation>Processus auxquels l’invité a mis fin faute de mémoire</translation>
    </message>
    <message>
        <source>Stalled allocations</source>
        <translation>Allocations bloquées</translation>
    </message>
    <message>
        <source>Allocations that had to wait until memory was reclaimed</source>
        <translation>Allocations qui ont dû attendre une récupération de mémoire</translation>
    </message>
    <message>
        <source>Pages scanned in the background</source>
        <translation>Pages examinées en arrière-plan</translation>
    </message>
    <message>
        <source>Pages looked at by the guest&apos;s background reclaim</source>
        <translation>Pages examinées par la récupération en arrière-plan de l’invité</translation>
    </message>
    <message>
        <source>Pages scanned while waiting</source>
        <translation>Pages examinées en attente</translation>
    </message>
    <message>
        <source>Pages looked at while an allocation was waiting</source>
        <translation>Pages examinées pendant qu’une allocation attendait</translation>
    </message>
    <message>
        <source>Pages reclaimed in the background</source>
        <translation>Pages récupérées en arrière-plan</translation>
    </message>
    <message>
        <source>Pages won by the guest&apos;s background reclaim</source>
        <translation>Pages gagnées par la récupération en arrière-plan de l’invité</translation>
    </message>
    <message>
        <source>Pages reclaimed while waiting</source>
        <translation>Pages récupérées en attente</translation>
    </message>
    <message>
        <source>Pages won while an allocation was waiting</source>
        <translation>Pages gagnées pendant qu’une allocation attendait</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BalloonStatisticsView</name>
    <message>
        <source>Memory as the guest sees it</source>
        <translation>Mémoire vue par l’invité</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totale</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Caches</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s memory</source>
        <translation>Statistiques de la mémoire de l’invité</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>Statistique</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::BootSourceForm</name>
    <message>
        <source>Boot source</source>
        <translation>Source de démarrage</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>Disque RAM initial</translation>
    </message>
    <message>
        <source>Use the engine&apos;s default argumen&amp;ts</source>
        <translation>Utiliser les argumen&amp;ts par défaut du moteur</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Noyau</translation>
    </message>
    <message>
        <source>&amp;Initial RAM disk</source>
        <translation>Disque &amp;RAM initial</translation>
    </message>
    <message>
        <source>&amp;Boot arguments</source>
        <translation>Arguments de démarra&amp;ge</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ByteSizeField</name>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Enter a size such as 512 MiB or 1.5 GiB.</source>
        <translation>Saisissez une taille comme 512 MiB ou 1,5 GiB.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Saisissez un nombre entier.</translation>
    </message>
    <message>
        <source>The least is %1.</source>
        <translation>Le minimum est %1.</translation>
    </message>
    <message>
        <source>The most is %1.</source>
        <translation>Le maximum est %1.</translation>
    </message>
    <message>
        <source>Enter a multiple of %1.</source>
        <translation>Saisissez un multiple de %1.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ChangeBar</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>A&amp;ppliquer</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>Applies now: %1</source>
        <translation>Prend effet maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>Au prochain démarrage&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cannot be applied yet: %1</source>
        <translation>Ne peut pas encore être appliqué&#xa0;: %1</translation>
    </message>
    <message>
        <source>The changes are being applied.</source>
        <translation>Les modifications sont en cours d’application.</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Application…</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneOperation</name>
    <message>
        <source>No machine was made from “%1”.</source>
        <translation>Aucune machine n’a été créée à partir de « %1 ».</translation>
    </message>
    <message>
        <source>Between 1 and %1 machines can be made at once.</source>
        <translation>De 1 à %1 machines peuvent être créées à la fois.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>Reconstitution de la mémoire</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>La machine a été supprimée entre-temps.</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <translation>%1 clone</translation>
    </message>
    <message>
        <source>Making “%1”</source>
        <translation>Création de « %1 »</translation>
    </message>
    <message>
        <source>It is being made from a snapshot.</source>
        <translation>Elle est en cours de création à partir d’un instantané.</translation>
    </message>
    <message>
        <source>Starting “%1”</source>
        <translation>Démarrage de « %1 »</translation>
    </message>
    <message>
        <source>No machine was made.</source>
        <translation>Aucune machine n’a été créée.</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were made before and run.</source>
        <translation>
            <numerusform>%n machine a été créée auparavant et tourne.</numerusform>
            <numerusform>%n machines ont été créées auparavant et tournent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneSnapshotDialog</name>
    <message>
        <source>%1: %2</source>
        <comment>interface and its network device</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between network interfaces</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>New machine from “%1”</source>
        <translation>Nouvelle machine à partir de « %1 »</translation>
    </message>
    <message>
        <source>Start clones of “%1”</source>
        <translation>Démarrer des clones de « %1 »</translation>
    </message>
    <message>
        <source>&amp;Make and start</source>
        <translation>&amp;Créer et démarrer</translation>
    </message>
    <message>
        <source>&amp;Start clones</source>
        <translation>&amp;Démarrer les clones</translation>
    </message>
    <message>
        <source>A machine of its own goes on from where “%1” was taken. It gets an id, network devices and copies of the drives of its own, and the guest is told that it is a clone.</source>
        <translation>Une machine indépendante reprend là où « %1 » a été pris. Elle reçoit son propre identifiant, ses propres périphériques réseau et ses propres copies des disques, et l’invité est informé qu’il est un clone.</translation>
    </message>
    <message>
        <source>Machines of their own go on from where “%1” was taken. Each gets an id, network devices and copies of the drives of its own, and each guest is told that it is a clone.</source>
        <translation>Des machines indépendantes reprennent là où « %1 » a été pris. Chacune reçoit son propre identifiant, ses propres périphériques réseau et ses propres copies des disques, et chaque invité est informé qu’il est un clone.</translation>
    </message>
    <message>
        <source>H&amp;ow many</source>
        <translation>&amp;Combien</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <source>Na&amp;me of the first</source>
        <translation>No&amp;m de la première</translation>
    </message>
    <message>
        <source>The others get a number.</source>
        <translation>Les autres reçoivent un numéro.</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>La machine</translation>
    </message>
    <message>
        <source>The machines</source>
        <translation>Les machines</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Network devices on this host</source>
        <translation>Périphériques réseau de cet hôte</translation>
    </message>
    <message>
        <source>Names and network devices of the new machines</source>
        <translation>Noms et périphériques réseau des nouvelles machines</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>Sur cet hôte</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on at once</source>
        <translation>&amp;Laisser l’invité continuer aussitôt</translation>
    </message>
    <message>
        <source>Let the guests &amp;go on at once</source>
        <translation>&amp;Laisser les invités continuer aussitôt</translation>
    </message>
    <message>
        <source>&amp;Note which memory the first guest touches first</source>
        <translation>&amp;Noter quelle mémoire le premier invité utilise d’abord</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>Les restaurations suivantes de cet instantané chargent cette mémoire par grands blocs et sont plus rapides.</translation>
    </message>
    <message>
        <source>Processor, engine, files and network devices fit.</source>
        <translation>Le processeur, le moteur, les fichiers et les périphériques réseau conviennent.</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>Une machine a besoin d’un nom.</translation>
    </message>
    <message>
        <source>Looking whether it can be started here…</source>
        <translation>Vérification de la possibilité de démarrer ici…</translation>
    </message>
    <message>
        <source>It cannot be started as things are; see what is said above.</source>
        <translation>Le démarrage est impossible en l’état ; voir ci-dessus.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ConsolePage</name>
    <message>
        <source>No machine selected</source>
        <translation>Aucune machine sélectionnée</translation>
    </message>
    <message>
        <source>Select a machine to see its console.</source>
        <translation>Sélectionnez une machine pour voir sa console.</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>Lecture &amp;seule</translation>
    </message>
    <message>
        <source>Sear&amp;ch</source>
        <translation>Re&amp;chercher</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Tout copier</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vider</translation>
    </message>
    <message>
        <source>&amp;Save log…</source>
        <translation>&amp;Enregistrer le journal…</translation>
    </message>
    <message>
        <source>The guest does not read its console: what was typed last was not sent. Try again later, or paste less at once.</source>
        <translation>L’invité ne lit pas sa console&#xa0;: la dernière saisie n’a pas été envoyée. Réessayez plus tard, ou collez moins de texte à la fois.</translation>
    </message>
    <message>
        <source>Save console log</source>
        <translation>Enregistrer le journal de la console</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Fichiers texte (*.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The console log was not saved.</source>
        <translation>Le journal de la console n’a pas été enregistré.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The machine stopped unexpectedly. The Overview says more.</source>
        <translation>La machine s’est arrêtée de façon inattendue. La vue d’ensemble en dit plus.</translation>
    </message>
    <message>
        <source>The machine is not running. Its console connects when it starts.</source>
        <translation>La machine n’est pas en marche. Sa console se connectera au démarrage.</translation>
    </message>
    <message>
        <source>Connecting to the console…</source>
        <translation>Connexion à la console…</translation>
    </message>
    <message>
        <source>The console is not connected. Trying again; what the guest prints meanwhile is kept by the engine.</source>
        <translation>La console n’est pas connectée. Nouvelle tentative en cours&#x202f;; entre-temps, le moteur conserve ce que l’invité affiche.</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Aucune machine n’est sélectionnée.</translation>
    </message>
    <message>
        <source>Save screen and history as text</source>
        <translation>Enregistrer l’écran et l’historique en texte</translation>
    </message>
    <message>
        <source>Empty screen and history; the guest is not told</source>
        <translation>Vider l’écran et l’historique&#x202f;; l’invité n’en est pas informé</translation>
    </message>
    <message>
        <source>Search screen and history</source>
        <translation>Rechercher dans l’écran et l’historique</translation>
    </message>
    <message>
        <source>Copy screen and history</source>
        <translation>Copier l’écran et l’historique</translation>
    </message>
    <message>
        <source>Keep what you type from the guest</source>
        <translation>Ne pas transmettre votre saisie à l’invité</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CopyBlock</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
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
        <translation>Compteur</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <comment>counters of a group</comment>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, counts failures</source>
        <comment>counter</comment>
        <translation>%1, compte des échecs</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what a counter means</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>This is a level, not a count: it has no rate.</source>
        <translation>C’est un niveau, pas un décompte&#xa0;: il n’a pas de débit.</translation>
    </message>
    <message>
        <source>This is 0 in a healthy run.</source>
        <translation>Vaut 0 lorsque tout va bien.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CounterText</name>
    <message>
        <source>Times the device could not be activated by the guest&apos;s driver</source>
        <translation>Nombre de fois où le périphérique n’a pas pu être activé par le pilote de l’invité</translation>
    </message>
    <message>
        <source>Invalid accesses to the device&apos;s configuration space</source>
        <translation>Accès non valides à l’espace de configuration du périphérique</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s events</source>
        <translation>Erreurs lors du traitement des événements du périphérique</translation>
    </message>
    <message>
        <source>Notifications by the guest</source>
        <translation>Notifications de l’invité</translation>
    </message>
    <message>
        <source>Times the rate limiter&apos;s timer has fired</source>
        <translation>Nombre de déclenchements de la minuterie du limiteur de débit</translation>
    </message>
    <message>
        <source>Requests delayed by the rate limiter</source>
        <translation>Requêtes retardées par le limiteur de débit</translation>
    </message>
    <message>
        <source>Time from the start of the process until the API was ready</source>
        <translation>Temps écoulé du démarrage du processus jusqu’à ce que l’API soit prête</translation>
    </message>
    <message>
        <source>Processor time used until the API was ready</source>
        <translation>Temps processeur utilisé jusqu’à ce que l’API soit prête</translation>
    </message>
    <message>
        <source>Times the guest has handed memory to the balloon</source>
        <translation>Nombre de fois où l’invité a cédé de la mémoire au ballon</translation>
    </message>
    <message>
        <source>Times the guest has taken memory back from the balloon</source>
        <translation>Nombre de fois où l’invité a repris de la mémoire au ballon</translation>
    </message>
    <message>
        <source>Statistics received from the guest&apos;s driver</source>
        <translation>Statistiques reçues du pilote de l’invité</translation>
    </message>
    <message>
        <source>Statistics of the guest&apos;s driver that could not be read</source>
        <translation>Statistiques du pilote de l’invité qui n’ont pas pu être lues</translation>
    </message>
    <message>
        <source>Ranges of free memory reported by the guest</source>
        <translation>Plages de mémoire libre signalées par l’invité (reporting)</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page reporting</source>
        <translation>Octets rendus à l’hôte par le signalement des pages libres (reporting)</translation>
    </message>
    <message>
        <source>Reported ranges that could not be given back</source>
        <translation>Plages signalées qui n’ont pas pu être rendues</translation>
    </message>
    <message>
        <source>Ranges of free memory hinted by the guest</source>
        <translation>Plages de mémoire libre indiquées par l’invité (hinting)</translation>
    </message>
    <message>
        <source>Bytes given back to the host by free page hinting</source>
        <translation>Octets rendus à l’hôte par l’indication des pages libres (hinting)</translation>
    </message>
    <message>
        <source>Hinted ranges that could not be given back</source>
        <translation>Plages indiquées qui n’ont pas pu être rendues</translation>
    </message>
    <message>
        <source>Runs over the queue that found no request</source>
        <translation>Parcours de la file qui n’ont trouvé aucune requête</translation>
    </message>
    <message>
        <source>Requests that failed while being carried out</source>
        <translation>Requêtes qui ont échoué pendant leur exécution</translation>
    </message>
    <message>
        <source>Requests of unknown type, or that failed</source>
        <translation>Requêtes de type inconnu, ou qui ont échoué</translation>
    </message>
    <message>
        <source>Flushes carried out (none with the cache type Unsafe)</source>
        <translation>Vidages (flush) effectués (aucun avec le type de cache Unsafe)</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives</source>
        <translation>Mises à jour par PATCH /drives</translation>
    </message>
    <message>
        <source>Updates by PATCH /drives that failed</source>
        <translation>Mises à jour par PATCH /drives qui ont échoué</translation>
    </message>
    <message>
        <source>Bytes read by the guest</source>
        <translation>Octets lus par l’invité</translation>
    </message>
    <message>
        <source>Bytes written by the guest</source>
        <translation>Octets écrits par l’invité</translation>
    </message>
    <message>
        <source>Reads that succeeded</source>
        <translation>Lectures réussies</translation>
    </message>
    <message>
        <source>Writes that succeeded</source>
        <translation>Écritures réussies</translation>
    </message>
    <message>
        <source>Duration of reads</source>
        <translation>Durée des lectures</translation>
    </message>
    <message>
        <source>Duration of writes</source>
        <translation>Durée des écritures</translation>
    </message>
    <message>
        <source>Requests delayed because the asynchronous I/O queue was full</source>
        <translation>Requêtes retardées parce que la file d’E/S asynchrones était pleine</translation>
    </message>
    <message>
        <source>Requests left in the queue after each run over it, summed up</source>
        <translation>Requêtes restées dans la file après chaque parcours, additionnées</translation>
    </message>
    <message>
        <source>Requests that used a deprecated field</source>
        <translation>Requêtes qui utilisaient un champ obsolète</translation>
    </message>
    <message>
        <source>Deprecated command line options used</source>
        <translation>Options de ligne de commande obsolètes utilisées</translation>
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
        <translation>Réinitialisations qui n’ont pas pu être déclenchées, et erreurs semblables</translation>
    </message>
    <message>
        <source>Reads of unsupported size or register</source>
        <translation>Lectures de taille ou de registre non pris en charge</translation>
    </message>
    <message>
        <source>Writes of unsupported size or register</source>
        <translation>Écritures de taille ou de registre non pris en charge</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>Octets lus</translation>
    </message>
    <message>
        <source>Resets asked for by the guest</source>
        <translation>Réinitialisations demandées par l’invité</translation>
    </message>
    <message>
        <source>Writes handled</source>
        <translation>Écritures traitées</translation>
    </message>
    <message>
        <source>Interrupts raised by devices</source>
        <translation>Interruptions déclenchées par les périphériques</translation>
    </message>
    <message>
        <source>Changes of interrupt routing</source>
        <translation>Modifications du routage des interruptions</translation>
    </message>
    <message>
        <source>Lines of the metrics file that were lost</source>
        <translation>Lignes du fichier de métriques qui ont été perdues</translation>
    </message>
    <message>
        <source>Other errors of the metrics</source>
        <translation>Autres erreurs des métriques</translation>
    </message>
    <message>
        <source>Log records that were lost</source>
        <translation>Entrées de journal perdues</translation>
    </message>
    <message>
        <source>Errors of the logger</source>
        <translation>Erreurs du journaliseur</translation>
    </message>
    <message>
        <source>Log records left out because there were too many</source>
        <translation>Entrées de journal omises parce qu’il y en avait trop</translation>
    </message>
    <message>
        <source>Errors while handling the device&apos;s queue</source>
        <translation>Erreurs lors du traitement de la file du périphérique</translation>
    </message>
    <message>
        <source>Duration of plugging memory</source>
        <translation>Durée des ajouts de mémoire</translation>
    </message>
    <message>
        <source>Requests to plug memory</source>
        <translation>Requêtes d’ajout de mémoire</translation>
    </message>
    <message>
        <source>Bytes plugged</source>
        <translation>Octets ajoutés</translation>
    </message>
    <message>
        <source>Requests to plug memory that failed</source>
        <translation>Requêtes d’ajout de mémoire qui ont échoué</translation>
    </message>
    <message>
        <source>Duration of unplugging memory</source>
        <translation>Durée des retraits de mémoire</translation>
    </message>
    <message>
        <source>Requests to unplug memory</source>
        <translation>Requêtes de retrait de mémoire</translation>
    </message>
    <message>
        <source>Bytes unplugged</source>
        <translation>Octets retirés</translation>
    </message>
    <message>
        <source>Requests to unplug memory that failed</source>
        <translation>Requêtes de retrait de mémoire qui ont échoué</translation>
    </message>
    <message>
        <source>Unplugged memory that could not be given back to the host</source>
        <translation>Mémoire retirée qui n’a pas pu être rendue à l’hôte</translation>
    </message>
    <message>
        <source>Duration of unplugging all memory</source>
        <translation>Durée des retraits de toute la mémoire</translation>
    </message>
    <message>
        <source>Requests to unplug all memory</source>
        <translation>Requêtes de retrait de toute la mémoire</translation>
    </message>
    <message>
        <source>Requests to unplug all memory that failed</source>
        <translation>Requêtes de retrait de toute la mémoire qui ont échoué</translation>
    </message>
    <message>
        <source>Duration of state queries</source>
        <translation>Durée des demandes d’état</translation>
    </message>
    <message>
        <source>State queries</source>
        <translation>Demandes d’état</translation>
    </message>
    <message>
        <source>State queries that failed</source>
        <translation>Demandes d’état qui ont échoué</translation>
    </message>
    <message>
        <source>Frames of the guest that were for the metadata service</source>
        <translation>Trames de l’invité destinées au service de métadonnées</translation>
    </message>
    <message>
        <source>Such frames that could not be handled</source>
        <translation>Trames de ce type qui n’ont pas pu être traitées</translation>
    </message>
    <message>
        <source>Unexpected but harmless frames or segments</source>
        <translation>Trames ou segments inattendus mais sans conséquence</translation>
    </message>
    <message>
        <source>Frames that are not valid Ethernet</source>
        <translation>Trames qui ne sont pas de l’Ethernet valide</translation>
    </message>
    <message>
        <source>GET requests with a wrong token</source>
        <translation>Requêtes GET avec un jeton incorrect</translation>
    </message>
    <message>
        <source>GET requests without a token</source>
        <translation>Requêtes GET sans jeton</translation>
    </message>
    <message>
        <source>TCP segments received</source>
        <translation>Segments TCP reçus</translation>
    </message>
    <message>
        <source>Bytes sent to the guest</source>
        <translation>Octets envoyés à l’invité</translation>
    </message>
    <message>
        <source>Packets produced</source>
        <translation>Paquets produits</translation>
    </message>
    <message>
        <source>Packets that could not be produced</source>
        <translation>Paquets qui n’ont pas pu être produits</translation>
    </message>
    <message>
        <source>Frames sent to the guest</source>
        <translation>Trames envoyées à l’invité</translation>
    </message>
    <message>
        <source>TCP connections accepted</source>
        <translation>Connexions TCP acceptées</translation>
    </message>
    <message>
        <source>TCP connections that have ended</source>
        <translation>Connexions TCP terminées</translation>
    </message>
    <message>
        <source>Times the guest changed its MAC address</source>
        <translation>Nombre de fois où l’invité a changé son adresse MAC</translation>
    </message>
    <message>
        <source>Times the guest had no buffer for a frame</source>
        <translation>Nombre de fois où l’invité n’avait pas de tampon pour une trame</translation>
    </message>
    <message>
        <source>Runs over the transmit queue that found no frame</source>
        <translation>Parcours de la file d’émission qui n’ont trouvé aucune trame</translation>
    </message>
    <message>
        <source>Notifications by the guest: buffers to receive into</source>
        <translation>Notifications de l’invité&#xa0;: tampons de réception</translation>
    </message>
    <message>
        <source>Times the receive limiter&apos;s timer has fired</source>
        <translation>Nombre de déclenchements de la minuterie du limiteur de réception</translation>
    </message>
    <message>
        <source>Frames larger than the guest&apos;s buffers</source>
        <translation>Trames plus grandes que les tampons de l’invité</translation>
    </message>
    <message>
        <source>Times receiving was delayed by the rate limiter</source>
        <translation>Nombre de fois où la réception a été retardée par le limiteur de débit</translation>
    </message>
    <message>
        <source>Times the TAP interface had something to read</source>
        <translation>Nombre de fois où l’interface TAP avait quelque chose à lire</translation>
    </message>
    <message>
        <source>Bytes delivered to the guest</source>
        <translation>Octets remis à l’invité</translation>
    </message>
    <message>
        <source>Frames delivered to the guest</source>
        <translation>Trames remises à l’invité</translation>
    </message>
    <message>
        <source>Frames that could not be delivered</source>
        <translation>Trames qui n’ont pas pu être remises</translation>
    </message>
    <message>
        <source>Receive operations that succeeded</source>
        <translation>Opérations de réception réussies</translation>
    </message>
    <message>
        <source>Errors reading from the TAP interface</source>
        <translation>Erreurs de lecture de l’interface TAP</translation>
    </message>
    <message>
        <source>Errors writing to the TAP interface</source>
        <translation>Erreurs d’écriture vers l’interface TAP</translation>
    </message>
    <message>
        <source>Duration of writes to the TAP interface</source>
        <translation>Durée des écritures vers l’interface TAP</translation>
    </message>
    <message>
        <source>Bytes taken from the guest</source>
        <translation>Octets pris à l’invité</translation>
    </message>
    <message>
        <source>Frames of the guest with missing or short header or payload</source>
        <translation>Trames de l’invité dont l’en-tête ou le contenu manque ou est trop court</translation>
    </message>
    <message>
        <source>Frames that could not be transmitted</source>
        <translation>Trames qui n’ont pas pu être émises</translation>
    </message>
    <message>
        <source>Writes to the TAP interface that succeeded</source>
        <translation>Écritures réussies vers l’interface TAP</translation>
    </message>
    <message>
        <source>Frames transmitted</source>
        <translation>Trames émises</translation>
    </message>
    <message>
        <source>Frames of the guest that were read in part</source>
        <translation>Trames de l’invité lues en partie</translation>
    </message>
    <message>
        <source>Notifications by the guest: frames to send</source>
        <translation>Notifications de l’invité&#xa0;: trames à envoyer</translation>
    </message>
    <message>
        <source>Times the transmit limiter&apos;s timer has fired</source>
        <translation>Nombre de déclenchements de la minuterie du limiteur d’émission</translation>
    </message>
    <message>
        <source>Times transmitting was delayed by the rate limiter</source>
        <translation>Nombre de fois où l’émission a été retardée par le limiteur de débit</translation>
    </message>
    <message>
        <source>Frames whose source address is not the interface&apos;s own</source>
        <translation>Trames dont l’adresse source n’est pas celle de l’interface</translation>
    </message>
    <message>
        <source>Frames left in the queue after each run over it, summed up</source>
        <translation>Trames restées dans la file après chaque parcours, additionnées</translation>
    </message>
    <message>
        <source>Invalid accesses</source>
        <translation>Accès non valides</translation>
    </message>
    <message>
        <source>Invalid reads</source>
        <translation>Lectures non valides</translation>
    </message>
    <message>
        <source>Invalid writes</source>
        <translation>Écritures non valides</translation>
    </message>
    <message>
        <source>1 after a system call that the filter does not allow</source>
        <translation>1 après un appel système que le filtre n’autorise pas</translation>
    </message>
    <message>
        <source>Writes to sockets whose other end was closed (harmless)</source>
        <translation>Écritures vers des sockets dont l’autre extrémité était fermée (sans conséquence)</translation>
    </message>
    <message>
        <source>Events of devices</source>
        <translation>Événements des périphériques</translation>
    </message>
    <message>
        <source>1 after an internal error that ended the engine</source>
        <translation>1 après une erreur interne qui a mis fin au moteur</translation>
    </message>
    <message>
        <source>Errors of output or interrupts, and lost bytes</source>
        <translation>Erreurs de sortie ou d’interruption, et octets perdus</translation>
    </message>
    <message>
        <source>Flushes of the output</source>
        <translation>Vidages (flush) de la sortie</translation>
    </message>
    <message>
        <source>Reads of wrong size or offset</source>
        <translation>Lectures de taille ou de décalage incorrects</translation>
    </message>
    <message>
        <source>Writes of wrong size or offset, and output that was dropped</source>
        <translation>Écritures de taille ou de décalage incorrects, et sortie abandonnée</translation>
    </message>
    <message>
        <source>Bytes that the guest read</source>
        <translation>Octets lus par l’invité</translation>
    </message>
    <message>
        <source>Bytes that the guest wrote</source>
        <translation>Octets écrits par l’invité</translation>
    </message>
    <message>
        <source>Bytes of output dropped by the rate limiter</source>
        <translation>Octets de sortie abandonnés par le limiteur de débit</translation>
    </message>
    <message>
        <source>Reads from I/O ports</source>
        <translation>Lectures sur les ports d’E/S</translation>
    </message>
    <message>
        <source>Writes to I/O ports</source>
        <translation>Écritures vers les ports d’E/S</translation>
    </message>
    <message>
        <source>Reads from device memory</source>
        <translation>Lectures de la mémoire des périphériques</translation>
    </message>
    <message>
        <source>Writes to device memory</source>
        <translation>Écritures vers la mémoire des périphériques</translation>
    </message>
    <message>
        <source>Exits that are fatal or unknown</source>
        <translation>Sorties fatales ou inconnues</translation>
    </message>
    <message>
        <source>Times the guest could not be told that it was paused</source>
        <translation>Nombre de fois où l’invité n’a pas pu être informé de sa suspension</translation>
    </message>
    <message>
        <source>Time taken for reads from I/O ports</source>
        <translation>Durée des lectures sur les ports d’E/S</translation>
    </message>
    <message>
        <source>Time taken for writes to I/O ports</source>
        <translation>Durée des écritures vers les ports d’E/S</translation>
    </message>
    <message>
        <source>Time taken for reads from device memory</source>
        <translation>Durée des lectures de la mémoire des périphériques</translation>
    </message>
    <message>
        <source>Time taken for writes to device memory</source>
        <translation>Durée des écritures vers la mémoire des périphériques</translation>
    </message>
    <message>
        <source>Time for connecting and agreeing with the backend</source>
        <translation>Temps de connexion et de négociation avec le backend</translation>
    </message>
    <message>
        <source>Time for activating the device</source>
        <translation>Temps d’activation du périphérique</translation>
    </message>
    <message>
        <source>Time of the last change of the configuration</source>
        <translation>Temps de la dernière modification de la configuration</translation>
    </message>
    <message>
        <source>Errors while handling the receive queue</source>
        <translation>Erreurs lors du traitement de la file de réception</translation>
    </message>
    <message>
        <source>Errors while handling the transmit queue</source>
        <translation>Erreurs lors du traitement de la file d’émission</translation>
    </message>
    <message>
        <source>Errors while handling the event queue</source>
        <translation>Erreurs lors du traitement de la file d’événements</translation>
    </message>
    <message>
        <source>Errors while accepting connections on the host</source>
        <translation>Erreurs lors de l’acceptation de connexions sur l’hôte</translation>
    </message>
    <message>
        <source>Errors of connections</source>
        <translation>Erreurs de connexions</translation>
    </message>
    <message>
        <source>Notifications by the guest: packets to send</source>
        <translation>Notifications de l’invité&#xa0;: paquets à envoyer</translation>
    </message>
    <message>
        <source>Bytes from the host to the guest</source>
        <translation>Octets de l’hôte vers l’invité</translation>
    </message>
    <message>
        <source>Bytes from the guest to the host</source>
        <translation>Octets de l’invité vers l’hôte</translation>
    </message>
    <message>
        <source>Packets from the host to the guest</source>
        <translation>Paquets de l’hôte vers l’invité</translation>
    </message>
    <message>
        <source>Packets from the guest to the host</source>
        <translation>Paquets de l’invité vers l’hôte</translation>
    </message>
    <message>
        <source>Connections that began</source>
        <translation>Connexions ouvertes</translation>
    </message>
    <message>
        <source>Connections that were cut</source>
        <translation>Connexions coupées</translation>
    </message>
    <message>
        <source>Connections that have ended</source>
        <translation>Connexions terminées</translation>
    </message>
    <message>
        <source>Times the list of connections to be cut was built anew</source>
        <translation>Nombre de fois où la liste des connexions à couper a été reconstruite</translation>
    </message>
    <message>
        <source>Data that could not be passed on to a socket of the host</source>
        <translation>Données qui n’ont pas pu être transmises à un socket de l’hôte</translation>
    </message>
    <message>
        <source>Errors writing to sockets of the host</source>
        <translation>Erreurs d’écriture vers des sockets de l’hôte</translation>
    </message>
    <message>
        <source>Errors reading from sockets of the host</source>
        <translation>Erreurs de lecture de sockets de l’hôte</translation>
    </message>
    <message>
        <source>Requests that failed</source>
        <translation>Requêtes qui ont échoué</translation>
    </message>
    <message>
        <source>Requests handled</source>
        <translation>Requêtes traitées</translation>
    </message>
    <message>
        <source>Random bytes given to the guest</source>
        <translation>Octets aléatoires fournis à l’invité</translation>
    </message>
    <message>
        <source>Errors of the host&apos;s random number generator</source>
        <translation>Erreurs du générateur de nombres aléatoires de l’hôte</translation>
    </message>
    <message>
        <source>Requests %1 %2</source>
        <translation>Requêtes %1 %2</translation>
    </message>
    <message>
        <source>Requests %1 %2 refused because of their form</source>
        <translation>Requêtes %1 %2 refusées en raison de leur forme</translation>
    </message>
    <message>
        <source>%1: the shortest since the start</source>
        <translation>%1&#xa0;: la plus courte depuis le démarrage</translation>
    </message>
    <message>
        <source>%1: the longest since the start</source>
        <translation>%1&#xa0;: la plus longue depuis le démarrage</translation>
    </message>
    <message>
        <source>%1: all of them added up</source>
        <translation>%1&#xa0;: toutes additionnées</translation>
    </message>
    <message>
        <source>%1: the average since the sample before, as computed here</source>
        <translation>%1&#xa0;: la moyenne depuis la mesure précédente, calculée ici</translation>
    </message>
    <message>
        <source>Duration of the last such action inside the engine; 0: none yet</source>
        <translation>Durée de la dernière action de ce type dans le moteur&#x202f;; 0&#xa0;: aucune pour l’instant</translation>
    </message>
    <message>
        <source>Duration of the last such request; 0: none yet</source>
        <translation>Durée de la dernière requête de ce type&#x202f;; 0&#xa0;: aucune pour l’instant</translation>
    </message>
    <message>
        <source>1 after the engine was ended by this signal</source>
        <translation>1 après que ce signal a mis fin au moteur</translation>
    </message>
    <message>
        <source>Vhost-user drive %1</source>
        <translation>Disque vhost-user %1</translation>
    </message>
    <message>
        <source>All vhost-user drives</source>
        <translation>Tous les disques vhost-user</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>Disque %1</translation>
    </message>
    <message>
        <source>All drives</source>
        <translation>Tous les disques</translation>
    </message>
    <message>
        <source>Network interface %1</source>
        <translation>Interface réseau %1</translation>
    </message>
    <message>
        <source>All network interfaces</source>
        <translation>Toutes les interfaces réseau</translation>
    </message>
    <message>
        <source>Persistent memory %1</source>
        <translation>Mémoire persistante %1</translation>
    </message>
    <message>
        <source>All persistent memory</source>
        <translation>Toute la mémoire persistante</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>Serveur API</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>Ballon</translation>
    </message>
    <message>
        <source>Deprecated API calls</source>
        <translation>Appels API obsolètes</translation>
    </message>
    <message>
        <source>Entropy device</source>
        <translation>Périphérique d’entropie</translation>
    </message>
    <message>
        <source>API: GET requests</source>
        <translation>API&#xa0;: requêtes GET</translation>
    </message>
    <message>
        <source>Keyboard controller (reset)</source>
        <translation>Contrôleur de clavier (réinitialisation)</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>Interruptions</translation>
    </message>
    <message>
        <source>Duration of API actions</source>
        <translation>Durée des actions de l’API</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>Journaliseur</translation>
    </message>
    <message>
        <source>Memory hotplug</source>
        <translation>Ajout de mémoire à chaud</translation>
    </message>
    <message>
        <source>Metadata service (MMDS)</source>
        <translation>Service de métadonnées (MMDS)</translation>
    </message>
    <message>
        <source>API: PATCH requests</source>
        <translation>API&#xa0;: requêtes PATCH</translation>
    </message>
    <message>
        <source>API: PUT requests</source>
        <translation>API&#xa0;: requêtes PUT</translation>
    </message>
    <message>
        <source>Real-time clock</source>
        <translation>Horloge temps réel</translation>
    </message>
    <message>
        <source>System call filter</source>
        <translation>Filtre d’appels système</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signaux</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Port série</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Vsock</source>
        <translation>Vsock</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autres</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CountersView</name>
    <message>
        <source>Filter counters</source>
        <translation>Filtrer les compteurs</translation>
    </message>
    <message>
        <source>Filter counters by name or meaning</source>
        <translation>Filtrer les compteurs par nom ou signification</translation>
    </message>
    <message>
        <source>&amp;Failures only</source>
        <translation>Échecs &amp;uniquement</translation>
    </message>
    <message>
        <source>Counters that are 0 in a healthy run, and are not now</source>
        <translation>Compteurs qui valent 0 lorsque tout va bien, mais pas en ce moment</translation>
    </message>
    <message>
        <source>Untick a&amp;ll</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message>
        <source>Plot &amp;ticked</source>
        <translation>Tracer le&amp;s cochés</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Compteurs</translation>
    </message>
    <message>
        <source>Tick counters first.</source>
        <translation>Cochez d’abord des compteurs.</translation>
    </message>
    <message>
        <source>Draw the ticked counters under “Plots”</source>
        <translation>Tracer les compteurs cochés sous «&#x202f;Graphiques&#x202f;»</translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) shown</source>
        <translation>
            <numerusform>%n compteur affiché</numerusform>
            <numerusform>%n compteurs affichés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <comment>counters</comment>
        <translation>
            <numerusform>%n coché</numerusform>
            <numerusform>%n cochés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counting failures</source>
        <comment>counters</comment>
        <translation>
            <numerusform>%n comptant des échecs</numerusform>
            <numerusform>%n comptant des échecs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuEditorCard</name>
    <message>
        <source>CPU templates (*.json);;All files (*)</source>
        <translation>Modèles de CPU (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Custom template</source>
        <translation>Modèle personnalisé</translation>
    </message>
    <message>
        <source>Of each bit: 0 takes it away, 1 sets it, x leaves it as on the host; the highest comes first.</source>
        <translation>Pour chaque bit : 0 l’enlève, 1 le met, x le laisse comme sur l’hôte ; le plus haut vient en premier.</translation>
    </message>
    <message>
        <source>Custom template (JSON)</source>
        <translation>Modèle personnalisé (JSON)</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>&amp;Commencer par</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Mettre en forme</translation>
    </message>
    <message>
        <source>&amp;Go to the mistake</source>
        <translation>&amp;Aller à l’erreur</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mporter…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>a template is needed, at least { }</source>
        <translation>il faut un modèle, au moins { }</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Ligne %1, colonne %2 : %3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>mistakes</comment>
        <translation>
            <numerusform>… et %n autre.</numerusform>
            <numerusform>… et %n autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Puts each change on a line</source>
        <translation>Met chaque modification sur une ligne</translation>
    </message>
    <message>
        <source>Writes the template to a file</source>
        <translation>Écrit le modèle dans un fichier</translation>
    </message>
    <message>
        <source>Import a CPU template</source>
        <translation>Importer un modèle de CPU</translation>
    </message>
    <message>
        <source>Export the CPU template</source>
        <translation>Exporter le modèle de CPU</translation>
    </message>
    <message>
        <source>%1 was not imported. It is far larger than any template.</source>
        <translation>%1 n’a pas été importé. Il est bien plus grand que tout modèle.</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>%1 n’a pas été importé. %2</translation>
    </message>
    <message>
        <source>The template was written to %1.</source>
        <translation>Le modèle a été écrit dans %1.</translation>
    </message>
    <message>
        <source>The template was not exported. %1</source>
        <translation>Le modèle n’a pas été exporté. %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureMeaning</name>
    <message>
        <source>SSE3 instructions</source>
        <translation>Instructions SSE3</translation>
    </message>
    <message>
        <source>Carry-less multiplication</source>
        <translation>Multiplication sans retenue</translation>
    </message>
    <message>
        <source>64-bit debug store</source>
        <translation>Zone de débogage de 64 bits</translation>
    </message>
    <message>
        <source>MONITOR and MWAIT</source>
        <translation>MONITOR et MWAIT</translation>
    </message>
    <message>
        <source>Debug store by privilege level</source>
        <translation>Zone de débogage selon le niveau de privilège</translation>
    </message>
    <message>
        <source>Intel virtualisation (VMX)</source>
        <translation>Virtualisation d’Intel (VMX)</translation>
    </message>
    <message>
        <source>Safer mode extensions</source>
        <translation>Extensions de mode plus sûr (SMX)</translation>
    </message>
    <message>
        <source>Enhanced SpeedStep</source>
        <translation>Enhanced SpeedStep</translation>
    </message>
    <message>
        <source>Thermal monitor 2</source>
        <translation>Surveillance thermique 2</translation>
    </message>
    <message>
        <source>Supplemental SSE3 instructions</source>
        <translation>Instructions SSE3 supplémentaires</translation>
    </message>
    <message>
        <source>L1 context id</source>
        <translation>Identifiant de contexte du cache L1</translation>
    </message>
    <message>
        <source>Silicon debug interface</source>
        <translation>Interface de débogage du silicium</translation>
    </message>
    <message>
        <source>Fused multiply-add</source>
        <translation>Multiplication-addition fusionnée (FMA)</translation>
    </message>
    <message>
        <source>CMPXCHG16B</source>
        <translation>CMPXCHG16B</translation>
    </message>
    <message>
        <source>Task priority messages can be disabled</source>
        <translation>Les messages de priorité de tâche peuvent être désactivés</translation>
    </message>
    <message>
        <source>Performance capabilities MSR</source>
        <translation>MSR des capacités de mesure de performance</translation>
    </message>
    <message>
        <source>Process context identifiers</source>
        <translation>Identifiants de contexte de processus (PCID)</translation>
    </message>
    <message>
        <source>Direct cache access</source>
        <translation>Accès direct au cache</translation>
    </message>
    <message>
        <source>SSE4.1 instructions</source>
        <translation>Instructions SSE4.1</translation>
    </message>
    <message>
        <source>SSE4.2 instructions</source>
        <translation>Instructions SSE4.2</translation>
    </message>
    <message>
        <source>Extended xAPIC</source>
        <translation>xAPIC étendu</translation>
    </message>
    <message>
        <source>MOVBE: loads and stores in the other byte order</source>
        <translation>MOVBE : charge et écrit dans l’autre ordre d’octets</translation>
    </message>
    <message>
        <source>POPCNT: counts bits</source>
        <translation>POPCNT : compte les bits</translation>
    </message>
    <message>
        <source>Local APIC timer by TSC deadline</source>
        <translation>Temporisateur de l’APIC local à échéance TSC</translation>
    </message>
    <message>
        <source>AES instructions</source>
        <translation>Instructions AES</translation>
    </message>
    <message>
        <source>XSAVE and XRSTOR</source>
        <translation>XSAVE et XRSTOR</translation>
    </message>
    <message>
        <source>XSAVE switched on by the operating system</source>
        <translation>XSAVE activé par le système d’exploitation</translation>
    </message>
    <message>
        <source>Advanced vector extensions</source>
        <translation>Extensions vectorielles avancées (AVX)</translation>
    </message>
    <message>
        <source>Conversions of 16-bit floating point</source>
        <translation>Conversions de flottants de 16 bits</translation>
    </message>
    <message>
        <source>RDRAND: random numbers</source>
        <translation>RDRAND : nombres aléatoires</translation>
    </message>
    <message>
        <source>Runs under a hypervisor</source>
        <translation>S’exécute sous un hyperviseur</translation>
    </message>
    <message>
        <source>Floating-point unit</source>
        <translation>Unité de calcul flottant</translation>
    </message>
    <message>
        <source>Virtual 8086 mode extensions</source>
        <translation>Extensions du mode 8086 virtuel</translation>
    </message>
    <message>
        <source>Debugging extensions</source>
        <translation>Extensions de débogage</translation>
    </message>
    <message>
        <source>4 MiB pages</source>
        <translation>Pages de 4 Mio</translation>
    </message>
    <message>
        <source>Time stamp counter</source>
        <translation>Compteur d’horodatage (TSC)</translation>
    </message>
    <message>
        <source>Model-specific registers</source>
        <translation>Registres propres au modèle (MSR)</translation>
    </message>
    <message>
        <source>Physical address extension</source>
        <translation>Extension d’adresse physique (PAE)</translation>
    </message>
    <message>
        <source>Machine check exception</source>
        <translation>Exception « machine check »</translation>
    </message>
    <message>
        <source>CMPXCHG8B</source>
        <translation>CMPXCHG8B</translation>
    </message>
    <message>
        <source>Local APIC switched on</source>
        <translation>APIC local activé</translation>
    </message>
    <message>
        <source>SYSENTER and SYSEXIT</source>
        <translation>SYSENTER et SYSEXIT</translation>
    </message>
    <message>
        <source>Memory type range registers</source>
        <translation>Registres de type mémoire par plage (MTRR)</translation>
    </message>
    <message>
        <source>Global pages</source>
        <translation>Pages globales</translation>
    </message>
    <message>
        <source>Machine check architecture</source>
        <translation>Architecture « machine check »</translation>
    </message>
    <message>
        <source>Conditional moves</source>
        <translation>Copies conditionnelles (CMOV)</translation>
    </message>
    <message>
        <source>Page attribute table</source>
        <translation>Table d’attributs de page (PAT)</translation>
    </message>
    <message>
        <source>36-bit addresses of 4 MiB pages</source>
        <translation>Adresses de 36 bits pour les pages de 4 Mio</translation>
    </message>
    <message>
        <source>Processor serial number</source>
        <translation>Numéro de série du processeur</translation>
    </message>
    <message>
        <source>CLFLUSH: flushes a cache line</source>
        <translation>CLFLUSH : vide une ligne de cache</translation>
    </message>
    <message>
        <source>Debug store</source>
        <translation>Zone de débogage</translation>
    </message>
    <message>
        <source>Thermal monitor by MSR</source>
        <translation>Surveillance thermique par MSR</translation>
    </message>
    <message>
        <source>MMX instructions</source>
        <translation>Instructions MMX</translation>
    </message>
    <message>
        <source>FXSAVE and FXRSTOR</source>
        <translation>FXSAVE et FXRSTOR</translation>
    </message>
    <message>
        <source>SSE instructions</source>
        <translation>Instructions SSE</translation>
    </message>
    <message>
        <source>SSE2 instructions</source>
        <translation>Instructions SSE2</translation>
    </message>
    <message>
        <source>Self-snoop</source>
        <translation>Self-snoop : surveille son propre cache</translation>
    </message>
    <message>
        <source>More than one logical processor</source>
        <translation>Plus d’un processeur logique</translation>
    </message>
    <message>
        <source>Thermal monitor</source>
        <translation>Surveillance thermique</translation>
    </message>
    <message>
        <source>Itanium processor emulating x86</source>
        <translation>Processeur Itanium émulant x86</translation>
    </message>
    <message>
        <source>Pending break enable</source>
        <translation>Signalement d’interruption en attente (PBE)</translation>
    </message>
    <message>
        <source>Digital thermal sensor</source>
        <translation>Capteur thermique numérique</translation>
    </message>
    <message>
        <source>Turbo boost</source>
        <translation>Turbo Boost</translation>
    </message>
    <message>
        <source>Local APIC timer runs in deep sleep states</source>
        <translation>Le temporisateur de l’APIC local tourne en veille profonde</translation>
    </message>
    <message>
        <source>Power limit notification</source>
        <translation>Notification de limite de puissance</translation>
    </message>
    <message>
        <source>Clock modulation in fine steps</source>
        <translation>Modulation d’horloge à pas fins</translation>
    </message>
    <message>
        <source>Package thermal status</source>
        <translation>État thermique de tout le processeur</translation>
    </message>
    <message>
        <source>Hardware-controlled performance states</source>
        <translation>États de performance gérés par le matériel (HWP)</translation>
    </message>
    <message>
        <source>Notifications of hardware-controlled performance</source>
        <translation>Notifications de la gestion matérielle de la performance</translation>
    </message>
    <message>
        <source>Activity window of hardware-controlled performance</source>
        <translation>Fenêtre d’activité de la gestion matérielle de la performance</translation>
    </message>
    <message>
        <source>Energy preference of hardware-controlled performance</source>
        <translation>Préférence énergétique de la gestion matérielle de la performance</translation>
    </message>
    <message>
        <source>Package-wide hardware-controlled performance</source>
        <translation>Gestion matérielle de la performance pour tout le processeur</translation>
    </message>
    <message>
        <source>Hardware feedback interface</source>
        <translation>Interface de retour du matériel (HFI)</translation>
    </message>
    <message>
        <source>Counters of the effective frequency</source>
        <translation>Compteurs de la fréquence effective</translation>
    </message>
    <message>
        <source>Energy and performance bias</source>
        <translation>Équilibre entre énergie et performance</translation>
    </message>
    <message>
        <source>Instructions for the FS and GS base</source>
        <translation>Instructions pour la base de FS et GS</translation>
    </message>
    <message>
        <source>TSC adjustment MSR</source>
        <translation>MSR d’ajustement du TSC</translation>
    </message>
    <message>
        <source>Software guard extensions</source>
        <translation>Enclaves protégées (SGX)</translation>
    </message>
    <message>
        <source>Bit manipulation, first group</source>
        <translation>Manipulation de bits, premier groupe (BMI1)</translation>
    </message>
    <message>
        <source>Hardware lock elision</source>
        <translation>Élision matérielle des verrous (HLE)</translation>
    </message>
    <message>
        <source>Advanced vector extensions 2</source>
        <translation>Extensions vectorielles avancées 2 (AVX2)</translation>
    </message>
    <message>
        <source>x87 data pointer updated on exceptions only</source>
        <translation>Pointeur de données x87 mis à jour sur exception seulement</translation>
    </message>
    <message>
        <source>Supervisor mode execution prevention</source>
        <translation>Le noyau n’exécute pas le code des pages utilisateur (SMEP)</translation>
    </message>
    <message>
        <source>Bit manipulation, second group</source>
        <translation>Manipulation de bits, second groupe (BMI2)</translation>
    </message>
    <message>
        <source>Enhanced REP MOVSB and STOSB</source>
        <translation>REP MOVSB et STOSB améliorés</translation>
    </message>
    <message>
        <source>INVPCID: invalidates by process context</source>
        <translation>INVPCID : invalide par contexte de processus</translation>
    </message>
    <message>
        <source>Restricted transactional memory</source>
        <translation>Mémoire transactionnelle restreinte (RTM)</translation>
    </message>
    <message>
        <source>Cache quality of service monitoring</source>
        <translation>Surveillance de la qualité de service du cache</translation>
    </message>
    <message>
        <source>x87 code and data selectors deprecated</source>
        <translation>Sélecteurs de code et de données x87 supprimés</translation>
    </message>
    <message>
        <source>Memory protection extensions</source>
        <translation>Extensions de protection de la mémoire (MPX)</translation>
    </message>
    <message>
        <source>Resource director: allocation</source>
        <translation>Resource Director : allocation</translation>
    </message>
    <message>
        <source>AVX-512 foundation</source>
        <translation>AVX-512, base</translation>
    </message>
    <message>
        <source>AVX-512 doubleword and quadword</source>
        <translation>AVX-512, doubles et quadruples mots</translation>
    </message>
    <message>
        <source>RDSEED: seeds for random numbers</source>
        <translation>RDSEED : graines de nombres aléatoires</translation>
    </message>
    <message>
        <source>ADCX and ADOX: additions with two carries</source>
        <translation>ADCX et ADOX : additions à deux retenues</translation>
    </message>
    <message>
        <source>Supervisor mode access prevention</source>
        <translation>Le noyau n’accède pas aux pages utilisateur (SMAP)</translation>
    </message>
    <message>
        <source>AVX-512 integer fused multiply-add</source>
        <translation>AVX-512, multiplication-addition entière</translation>
    </message>
    <message>
        <source>CLFLUSHOPT: flushes without ordering</source>
        <translation>CLFLUSHOPT : vide sans ordre imposé</translation>
    </message>
    <message>
        <source>CLWB: writes a cache line back</source>
        <translation>CLWB : réécrit une ligne de cache en mémoire</translation>
    </message>
    <message>
        <source>Processor trace</source>
        <translation>Trace du processeur</translation>
    </message>
    <message>
        <source>AVX-512 prefetch</source>
        <translation>AVX-512, préchargement</translation>
    </message>
    <message>
        <source>AVX-512 exponential and reciprocal</source>
        <translation>AVX-512, exponentielle et inverse</translation>
    </message>
    <message>
        <source>AVX-512 conflict detection</source>
        <translation>AVX-512, détection de conflits</translation>
    </message>
    <message>
        <source>SHA-1 and SHA-256 instructions</source>
        <translation>Instructions SHA-1 et SHA-256</translation>
    </message>
    <message>
        <source>AVX-512 byte and word</source>
        <translation>AVX-512, octets et mots</translation>
    </message>
    <message>
        <source>AVX-512 shorter vectors</source>
        <translation>AVX-512, vecteurs plus courts</translation>
    </message>
    <message>
        <source>PREFETCHWT1</source>
        <translation>PREFETCHWT1</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation</source>
        <translation>AVX-512, manipulation d’octets</translation>
    </message>
    <message>
        <source>User mode instruction prevention</source>
        <translation>Blocage d’instructions en mode utilisateur (UMIP)</translation>
    </message>
    <message>
        <source>Protection keys for user pages</source>
        <translation>Clés de protection des pages utilisateur</translation>
    </message>
    <message>
        <source>Protection keys switched on by the operating system</source>
        <translation>Clés de protection activées par le système d’exploitation</translation>
    </message>
    <message>
        <source>TPAUSE, UMONITOR and UMWAIT</source>
        <translation>TPAUSE, UMONITOR et UMWAIT</translation>
    </message>
    <message>
        <source>AVX-512 vector byte manipulation 2</source>
        <translation>AVX-512, manipulation d’octets 2</translation>
    </message>
    <message>
        <source>Shadow stacks</source>
        <translation>Piles fantômes</translation>
    </message>
    <message>
        <source>Galois field instructions</source>
        <translation>Instructions pour corps de Galois</translation>
    </message>
    <message>
        <source>AES on vectors</source>
        <translation>AES sur des vecteurs</translation>
    </message>
    <message>
        <source>Carry-less multiplication on vectors</source>
        <translation>Multiplication sans retenue sur des vecteurs</translation>
    </message>
    <message>
        <source>AVX-512 neural network instructions</source>
        <translation>AVX-512, instructions pour réseaux de neurones</translation>
    </message>
    <message>
        <source>AVX-512 bit algorithms</source>
        <translation>AVX-512, algorithmes sur les bits</translation>
    </message>
    <message>
        <source>Total memory encryption</source>
        <translation>Chiffrement de toute la mémoire</translation>
    </message>
    <message>
        <source>AVX-512 bit counts</source>
        <translation>AVX-512, comptage de bits</translation>
    </message>
    <message>
        <source>Five-level page tables</source>
        <translation>Tables de pages à cinq niveaux</translation>
    </message>
    <message>
        <source>RDPID: number of the processor</source>
        <translation>RDPID : numéro du processeur</translation>
    </message>
    <message>
        <source>Key locker</source>
        <translation>Coffre à clés (Key Locker)</translation>
    </message>
    <message>
        <source>Debug exception on bus locks</source>
        <translation>Exception de débogage sur verrou de bus</translation>
    </message>
    <message>
        <source>CLDEMOTE: moves a cache line outwards</source>
        <translation>CLDEMOTE : déplace une ligne de cache vers l’extérieur</translation>
    </message>
    <message>
        <source>MOVDIRI: direct stores</source>
        <translation>MOVDIRI : écritures directes</translation>
    </message>
    <message>
        <source>MOVDIR64B: direct stores of 64 bytes</source>
        <translation>MOVDIR64B : écritures directes de 64 octets</translation>
    </message>
    <message>
        <source>ENQCMD: enqueues commands to devices</source>
        <translation>ENQCMD : met des commandes en file pour les périphériques</translation>
    </message>
    <message>
        <source>SGX launch control</source>
        <translation>Contrôle de lancement SGX</translation>
    </message>
    <message>
        <source>Protection keys for supervisor pages</source>
        <translation>Clés de protection des pages du noyau</translation>
    </message>
    <message>
        <source>SGX attestation services</source>
        <translation>Services d’attestation SGX</translation>
    </message>
    <message>
        <source>AVX-512 neural network, four iterations</source>
        <translation>AVX-512, réseaux de neurones, quatre itérations</translation>
    </message>
    <message>
        <source>AVX-512 multiply-add, four iterations</source>
        <translation>AVX-512, multiplication-addition, quatre itérations</translation>
    </message>
    <message>
        <source>Fast short REP MOVSB</source>
        <translation>REP MOVSB court rapide</translation>
    </message>
    <message>
        <source>User interrupts</source>
        <translation>Interruptions utilisateur</translation>
    </message>
    <message>
        <source>AVX-512 intersections</source>
        <translation>AVX-512, intersections</translation>
    </message>
    <message>
        <source>Control of the SRBDS mitigation</source>
        <translation>Contrôle de la parade à SRBDS</translation>
    </message>
    <message>
        <source>VERW clears processor buffers</source>
        <translation>VERW vide des tampons du processeur</translation>
    </message>
    <message>
        <source>RTM transactions always abort</source>
        <translation>Les transactions RTM échouent toujours</translation>
    </message>
    <message>
        <source>RTM can be forced to abort</source>
        <translation>RTM peut être forcé à échouer</translation>
    </message>
    <message>
        <source>SERIALIZE</source>
        <translation>SERIALIZE</translation>
    </message>
    <message>
        <source>Cores of different kinds</source>
        <translation>Cœurs de types différents</translation>
    </message>
    <message>
        <source>TSX load tracking can be suspended</source>
        <translation>Le suivi des chargements de TSX peut être suspendu</translation>
    </message>
    <message>
        <source>PCONFIG: platform configuration</source>
        <translation>PCONFIG : configuration de la plateforme</translation>
    </message>
    <message>
        <source>Architectural last branch records</source>
        <translation>Derniers branchements enregistrés (architecturaux)</translation>
    </message>
    <message>
        <source>Indirect branch tracking</source>
        <translation>Suivi des branchements indirects (IBT)</translation>
    </message>
    <message>
        <source>AMX: bfloat16</source>
        <translation>AMX : bfloat16</translation>
    </message>
    <message>
        <source>AVX-512 16-bit floating point</source>
        <translation>AVX-512, flottants de 16 bits</translation>
    </message>
    <message>
        <source>AMX: tiles</source>
        <translation>AMX : tuiles</translation>
    </message>
    <message>
        <source>AMX: 8-bit integers</source>
        <translation>AMX : entiers de 8 bits</translation>
    </message>
    <message>
        <source>IBRS and IBPB: control of indirect branches</source>
        <translation>IBRS et IBPB : contrôle des branchements indirects</translation>
    </message>
    <message>
        <source>Single thread indirect branch predictors</source>
        <translation>Prédicteurs de branchements indirects par thread (STIBP)</translation>
    </message>
    <message>
        <source>L1 data cache flush</source>
        <translation>Vidage du cache de données L1</translation>
    </message>
    <message>
        <source>IA32_ARCH_CAPABILITIES: tells of mitigations</source>
        <translation>IA32_ARCH_CAPABILITIES : indique les parades</translation>
    </message>
    <message>
        <source>IA32_CORE_CAPABILITIES</source>
        <translation>IA32_CORE_CAPABILITIES</translation>
    </message>
    <message>
        <source>Speculative store bypass disable</source>
        <translation>Désactivation du contournement spéculatif des écritures (SSBD)</translation>
    </message>
    <message>
        <source>SHA-512 instructions</source>
        <translation>Instructions SHA-512</translation>
    </message>
    <message>
        <source>SM3 instructions</source>
        <translation>Instructions SM3</translation>
    </message>
    <message>
        <source>SM4 instructions</source>
        <translation>Instructions SM4</translation>
    </message>
    <message>
        <source>Remote atomic operations on integers</source>
        <translation>Opérations atomiques distantes sur entiers</translation>
    </message>
    <message>
        <source>AVX neural network instructions</source>
        <translation>AVX, instructions pour réseaux de neurones</translation>
    </message>
    <message>
        <source>AVX-512 bfloat16</source>
        <translation>AVX-512, bfloat16</translation>
    </message>
    <message>
        <source>Linear address space separation</source>
        <translation>Séparation des espaces d’adresses linéaires (LASS)</translation>
    </message>
    <message>
        <source>Compare and add in one step</source>
        <translation>Comparaison et addition en une étape</translation>
    </message>
    <message>
        <source>Leaf 0x23: more about performance monitoring</source>
        <translation>Feuille 0x23 : plus sur la mesure de performance</translation>
    </message>
    <message>
        <source>Fast REP MOVSB of length 0</source>
        <translation>REP MOVSB rapide de longueur 0</translation>
    </message>
    <message>
        <source>Fast short REP STOSB</source>
        <translation>REP STOSB court rapide</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB and SCASB</source>
        <translation>REP CMPSB et SCASB courts rapides</translation>
    </message>
    <message>
        <source>Flexible return and event delivery</source>
        <translation>Retour et remise d’événements flexibles (FRED)</translation>
    </message>
    <message>
        <source>LKGS: loads the kernel&apos;s GS base</source>
        <translation>LKGS : charge la base GS du noyau</translation>
    </message>
    <message>
        <source>WRMSRNS: writes an MSR without serialising</source>
        <translation>WRMSRNS : écrit un MSR sans sérialiser</translation>
    </message>
    <message>
        <source>AMX: 16-bit floating point</source>
        <translation>AMX : flottants de 16 bits</translation>
    </message>
    <message>
        <source>HRESET: resets predictions</source>
        <translation>HRESET : réinitialise les prédictions</translation>
    </message>
    <message>
        <source>AVX integer fused multiply-add</source>
        <translation>AVX, multiplication-addition entière</translation>
    </message>
    <message>
        <source>Linear address masking</source>
        <translation>Masquage des adresses linéaires (LAM)</translation>
    </message>
    <message>
        <source>RDMSRLIST and WRMSRLIST</source>
        <translation>RDMSRLIST et WRMSRLIST</translation>
    </message>
    <message>
        <source>AVX neural network, 8-bit integers</source>
        <translation>AVX, réseaux de neurones, entiers de 8 bits</translation>
    </message>
    <message>
        <source>AVX conversions without exceptions</source>
        <translation>AVX, conversions sans exception</translation>
    </message>
    <message>
        <source>AMX: complex numbers</source>
        <translation>AMX : nombres complexes</translation>
    </message>
    <message>
        <source>AVX neural network, 16-bit integers</source>
        <translation>AVX, réseaux de neurones, entiers de 16 bits</translation>
    </message>
    <message>
        <source>PREFETCHIT0 and 1: prefetches code</source>
        <translation>PREFETCHIT0 et 1 : précharge du code</translation>
    </message>
    <message>
        <source>Supervisor shadow stacks are safe to use</source>
        <translation>Les piles fantômes du noyau sont utilisables sans risque</translation>
    </message>
    <message>
        <source>AVX10</source>
        <translation>AVX10</translation>
    </message>
    <message>
        <source>Fast store forwarding predictor can be disabled</source>
        <translation>Le prédicteur de transfert rapide des écritures peut être désactivé</translation>
    </message>
    <message>
        <source>Control of indirect predictions</source>
        <translation>Contrôle des prédictions indirectes</translation>
    </message>
    <message>
        <source>Control of restricted RSB alternates</source>
        <translation>Contrôle des prédictions de remplacement du RSB</translation>
    </message>
    <message>
        <source>Data-dependent prefetcher can be disabled</source>
        <translation>Le préchargement dépendant des données peut être désactivé</translation>
    </message>
    <message>
        <source>Control of branch history injection</source>
        <translation>Contrôle de l’injection d’historique de branchements (BHI)</translation>
    </message>
    <message>
        <source>Not affected by MXCSR-dependent timing</source>
        <translation>Non affecté par les durées dépendant de MXCSR</translation>
    </message>
    <message>
        <source>XSAVE state: x87</source>
        <translation>État XSAVE : x87</translation>
    </message>
    <message>
        <source>XSAVE state: SSE registers</source>
        <translation>État XSAVE : registres SSE</translation>
    </message>
    <message>
        <source>XSAVE state: AVX registers</source>
        <translation>État XSAVE : registres AVX</translation>
    </message>
    <message>
        <source>XSAVE state: MPX bounds</source>
        <translation>État XSAVE : bornes MPX</translation>
    </message>
    <message>
        <source>XSAVE state: MPX configuration</source>
        <translation>État XSAVE : configuration MPX</translation>
    </message>
    <message>
        <source>XSAVE state: AVX-512 masks</source>
        <translation>État XSAVE : masques AVX-512</translation>
    </message>
    <message>
        <source>XSAVE state: upper halves of ZMM0 to 15</source>
        <translation>État XSAVE : moitiés hautes de ZMM0 à 15</translation>
    </message>
    <message>
        <source>XSAVE state: ZMM16 to 31</source>
        <translation>État XSAVE : ZMM16 à 31</translation>
    </message>
    <message>
        <source>XSAVE state: protection keys</source>
        <translation>État XSAVE : clés de protection</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tile configuration</source>
        <translation>État XSAVE : configuration des tuiles AMX</translation>
    </message>
    <message>
        <source>XSAVE state: AMX tiles</source>
        <translation>État XSAVE : tuiles AMX</translation>
    </message>
    <message>
        <source>XSAVEOPT: saves what has changed</source>
        <translation>XSAVEOPT : enregistre ce qui a changé</translation>
    </message>
    <message>
        <source>XSAVEC: saves compactly</source>
        <translation>XSAVEC : enregistre sous forme compacte</translation>
    </message>
    <message>
        <source>XGETBV with ECX 1</source>
        <translation>XGETBV avec ECX à 1</translation>
    </message>
    <message>
        <source>XSAVES: saves supervisor state</source>
        <translation>XSAVES : enregistre l’état du noyau</translation>
    </message>
    <message>
        <source>Extended feature disable</source>
        <translation>Désactivation de fonctions étendues (XFD)</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock (old MSRs)</source>
        <translation>KVM : horloge paravirtuelle (anciens MSR)</translation>
    </message>
    <message>
        <source>KVM: no delays needed for port I/O</source>
        <translation>KVM : pas de délai nécessaire aux E/S par ports</translation>
    </message>
    <message>
        <source>KVM: paravirtual clock</source>
        <translation>KVM : horloge paravirtuelle</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults</source>
        <translation>KVM : défauts de page asynchrones</translation>
    </message>
    <message>
        <source>KVM: steal time</source>
        <translation>KVM : temps volé</translation>
    </message>
    <message>
        <source>KVM: paravirtual end of interrupt</source>
        <translation>KVM : fin d’interruption paravirtuelle</translation>
    </message>
    <message>
        <source>KVM: paravirtual spinlocks</source>
        <translation>KVM : verrous actifs paravirtuels</translation>
    </message>
    <message>
        <source>KVM: paravirtual TLB flush</source>
        <translation>KVM : vidage paravirtuel du TLB</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults for nested guests</source>
        <translation>KVM : défauts de page asynchrones pour les invités imbriqués</translation>
    </message>
    <message>
        <source>KVM: paravirtual interrupts between processors</source>
        <translation>KVM : interruptions paravirtuelles entre processeurs</translation>
    </message>
    <message>
        <source>KVM: the guest controls polling on halt</source>
        <translation>KVM : l’invité contrôle l’attente active lors d’un HLT</translation>
    </message>
    <message>
        <source>KVM: paravirtual yield</source>
        <translation>KVM : cession paravirtuelle du processeur</translation>
    </message>
    <message>
        <source>KVM: asynchronous page faults by interrupt</source>
        <translation>KVM : défauts de page asynchrones par interruption</translation>
    </message>
    <message>
        <source>KVM: 15-bit destinations of interrupts</source>
        <translation>KVM : destinations d’interruption de 15 bits</translation>
    </message>
    <message>
        <source>KVM: the guest tells which pages are shared</source>
        <translation>KVM : l’invité indique quelles pages sont partagées</translation>
    </message>
    <message>
        <source>KVM: the guest allows migration</source>
        <translation>KVM : l’invité permet la migration</translation>
    </message>
    <message>
        <source>KVM: the clock is stable on all processors</source>
        <translation>KVM : l’horloge est stable sur tous les processeurs</translation>
    </message>
    <message>
        <source>KVM: processors are never taken away</source>
        <translation>KVM : les processeurs ne sont jamais retirés</translation>
    </message>
    <message>
        <source>LAHF and SAHF in 64-bit mode</source>
        <translation>LAHF et SAHF en mode 64 bits</translation>
    </message>
    <message>
        <source>Leaf 1 counts cores, not threads</source>
        <translation>La feuille 1 compte les cœurs, pas les threads</translation>
    </message>
    <message>
        <source>AMD virtualisation (SVM)</source>
        <translation>Virtualisation d’AMD (SVM)</translation>
    </message>
    <message>
        <source>Extended APIC space</source>
        <translation>Espace APIC étendu</translation>
    </message>
    <message>
        <source>CR8 in 32-bit mode</source>
        <translation>CR8 en mode 32 bits</translation>
    </message>
    <message>
        <source>LZCNT: counts leading zeros</source>
        <translation>LZCNT : compte les zéros de tête</translation>
    </message>
    <message>
        <source>SSE4A instructions</source>
        <translation>Instructions SSE4A</translation>
    </message>
    <message>
        <source>SSE operands need not be aligned</source>
        <translation>Les opérandes SSE n’ont pas à être alignés</translation>
    </message>
    <message>
        <source>PREFETCH and PREFETCHW</source>
        <translation>PREFETCH et PREFETCHW</translation>
    </message>
    <message>
        <source>Workarounds visible to the operating system</source>
        <translation>Contournements visibles du système d’exploitation</translation>
    </message>
    <message>
        <source>Instruction-based sampling</source>
        <translation>Échantillonnage par instructions (IBS)</translation>
    </message>
    <message>
        <source>XOP instructions</source>
        <translation>Instructions XOP</translation>
    </message>
    <message>
        <source>SKINIT: secure start</source>
        <translation>SKINIT : démarrage sécurisé</translation>
    </message>
    <message>
        <source>Watchdog timer</source>
        <translation>Minuterie de surveillance</translation>
    </message>
    <message>
        <source>Lightweight profiling</source>
        <translation>Profilage léger</translation>
    </message>
    <message>
        <source>Fused multiply-add with four operands</source>
        <translation>Multiplication-addition fusionnée à quatre opérandes (FMA4)</translation>
    </message>
    <message>
        <source>Translation cache extension</source>
        <translation>Extension du cache de traduction</translation>
    </message>
    <message>
        <source>Node id MSR</source>
        <translation>MSR d’identifiant de nœud</translation>
    </message>
    <message>
        <source>Trailing bit manipulation</source>
        <translation>Manipulation des bits de poids faible (TBM)</translation>
    </message>
    <message>
        <source>Topology leaves 0x8000001d and 0x8000001e</source>
        <translation>Feuilles de topologie 0x8000001d et 0x8000001e</translation>
    </message>
    <message>
        <source>More performance counters of a core</source>
        <translation>Davantage de compteurs de performance par cœur</translation>
    </message>
    <message>
        <source>Performance counters of the northbridge</source>
        <translation>Compteurs de performance du northbridge</translation>
    </message>
    <message>
        <source>Data breakpoint extension</source>
        <translation>Extension des points d’arrêt sur données</translation>
    </message>
    <message>
        <source>Performance time stamp counter</source>
        <translation>Compteur d’horodatage de performance</translation>
    </message>
    <message>
        <source>Performance counters of the last level cache</source>
        <translation>Compteurs de performance du cache de dernier niveau</translation>
    </message>
    <message>
        <source>MONITORX and MWAITX</source>
        <translation>MONITORX et MWAITX</translation>
    </message>
    <message>
        <source>SYSCALL and SYSRET</source>
        <translation>SYSCALL et SYSRET</translation>
    </message>
    <message>
        <source>Capable of multiprocessing</source>
        <translation>Apte au multiprocesseur</translation>
    </message>
    <message>
        <source>No-execute pages</source>
        <translation>Pages non exécutables (NX)</translation>
    </message>
    <message>
        <source>AMD&apos;s MMX extensions</source>
        <translation>Extensions MMX d’AMD</translation>
    </message>
    <message>
        <source>Faster FXSAVE and FXRSTOR</source>
        <translation>FXSAVE et FXRSTOR plus rapides</translation>
    </message>
    <message>
        <source>1 GiB pages</source>
        <translation>Pages de 1 Gio</translation>
    </message>
    <message>
        <source>RDTSCP: TSC and processor number</source>
        <translation>RDTSCP : TSC et numéro du processeur</translation>
    </message>
    <message>
        <source>64-bit mode</source>
        <translation>Mode 64 bits</translation>
    </message>
    <message>
        <source>3DNow! extensions</source>
        <translation>Extensions 3DNow!</translation>
    </message>
    <message>
        <source>3DNow!</source>
        <translation>3DNow!</translation>
    </message>
    <message>
        <source>Recovers from overflowing machine check banks</source>
        <translation>Récupère des débordements des banques « machine check »</translation>
    </message>
    <message>
        <source>Uncorrectable errors are contained</source>
        <translation>Les erreurs non corrigibles sont confinées</translation>
    </message>
    <message>
        <source>Scalable machine check architecture</source>
        <translation>Architecture « machine check » extensible</translation>
    </message>
    <message>
        <source>Hardware performance states</source>
        <translation>États de performance matériels</translation>
    </message>
    <message>
        <source>TSC runs at a constant rate and never stops</source>
        <translation>Le TSC avance à rythme constant et ne s’arrête jamais</translation>
    </message>
    <message>
        <source>Core performance boost</source>
        <translation>Accélération des cœurs (Core Performance Boost)</translation>
    </message>
    <message>
        <source>Read-only counters of the effective frequency</source>
        <translation>Compteurs en lecture seule de la fréquence effective</translation>
    </message>
    <message>
        <source>Processor feedback interface</source>
        <translation>Interface de retour du processeur</translation>
    </message>
    <message>
        <source>Processor power reporting</source>
        <translation>Relevé de la puissance du processeur</translation>
    </message>
    <message>
        <source>CLZERO: zeroes a cache line</source>
        <translation>CLZERO : met une ligne de cache à zéro</translation>
    </message>
    <message>
        <source>Counter of retired instructions</source>
        <translation>Compteur d’instructions terminées</translation>
    </message>
    <message>
        <source>XRSTOR always restores error pointers</source>
        <translation>XRSTOR restaure toujours les pointeurs d’erreur</translation>
    </message>
    <message>
        <source>INVLPGB and TLBSYNC</source>
        <translation>INVLPGB et TLBSYNC</translation>
    </message>
    <message>
        <source>RDPRU: reads performance registers</source>
        <translation>RDPRU : lit des registres de performance</translation>
    </message>
    <message>
        <source>Memory bandwidth allocation</source>
        <translation>Allocation de la bande passante mémoire</translation>
    </message>
    <message>
        <source>WBNOINVD: writes back without invalidating</source>
        <translation>WBNOINVD : réécrit en mémoire sans invalider</translation>
    </message>
    <message>
        <source>IBPB: barrier for indirect branch predictions</source>
        <translation>IBPB : barrière pour les prédictions de branchements indirects</translation>
    </message>
    <message>
        <source>IBRS: restricted indirect branches</source>
        <translation>IBRS : branchements indirects restreints</translation>
    </message>
    <message>
        <source>IBRS is always on</source>
        <translation>IBRS est toujours actif</translation>
    </message>
    <message>
        <source>STIBP is always on</source>
        <translation>STIBP est toujours actif</translation>
    </message>
    <message>
        <source>IBRS is better than software remedies</source>
        <translation>IBRS vaut mieux que les parades logicielles</translation>
    </message>
    <message>
        <source>IBRS also protects within one mode</source>
        <translation>IBRS protège aussi au sein d’un même mode</translation>
    </message>
    <message>
        <source>No segment limits in 64-bit mode</source>
        <translation>Pas de limites de segment en mode 64 bits</translation>
    </message>
    <message>
        <source>Processor inventory number</source>
        <translation>Numéro d’inventaire du processeur</translation>
    </message>
    <message>
        <source>Speculative store bypass disable by virtual MSR</source>
        <translation>SSBD par un MSR virtuel</translation>
    </message>
    <message>
        <source>Not affected by speculative store bypass</source>
        <translation>Non affecté par Speculative Store Bypass</translation>
    </message>
    <message>
        <source>Collaborative performance control</source>
        <translation>Gestion collaborative de la performance (CPPC)</translation>
    </message>
    <message>
        <source>Not affected by branch type confusion</source>
        <translation>Non affecté par Branch Type Confusion</translation>
    </message>
    <message>
        <source>IBPB clears return predictions as well</source>
        <translation>IBPB efface aussi les prédictions de retour</translation>
    </message>
    <message>
        <source>Branch sampling</source>
        <translation>Échantillonnage des branchements</translation>
    </message>
    <message>
        <source>SVM: nested page tables</source>
        <translation>SVM : tables de pages imbriquées</translation>
    </message>
    <message>
        <source>SVM: last branch records</source>
        <translation>SVM : derniers branchements enregistrés</translation>
    </message>
    <message>
        <source>SVM: lock</source>
        <translation>SVM : verrou</translation>
    </message>
    <message>
        <source>SVM: saves the next instruction&apos;s address</source>
        <translation>SVM : enregistre l’adresse de l’instruction suivante</translation>
    </message>
    <message>
        <source>SVM: TSC frequency can be scaled</source>
        <translation>SVM : la fréquence du TSC peut être mise à l’échelle</translation>
    </message>
    <message>
        <source>SVM: clean bits</source>
        <translation>SVM : bits « clean »</translation>
    </message>
    <message>
        <source>SVM: flushes by address space</source>
        <translation>SVM : vide par espace d’adresses</translation>
    </message>
    <message>
        <source>SVM: decode assists</source>
        <translation>SVM : aides au décodage</translation>
    </message>
    <message>
        <source>SVM: pause filter</source>
        <translation>SVM : filtre de PAUSE</translation>
    </message>
    <message>
        <source>SVM: pause filter threshold</source>
        <translation>SVM : seuil du filtre de PAUSE</translation>
    </message>
    <message>
        <source>SVM: virtual interrupt controller</source>
        <translation>SVM : contrôleur d’interruptions virtuel (AVIC)</translation>
    </message>
    <message>
        <source>SVM: virtual VMSAVE and VMLOAD</source>
        <translation>SVM : VMSAVE et VMLOAD virtuels</translation>
    </message>
    <message>
        <source>SVM: virtual global interrupt flag</source>
        <translation>SVM : indicateur global d’interruption virtuel</translation>
    </message>
    <message>
        <source>SVM: virtual x2APIC</source>
        <translation>SVM : x2APIC virtuel</translation>
    </message>
    <message>
        <source>SVM: virtual SPEC_CTRL</source>
        <translation>SVM : SPEC_CTRL virtuel</translation>
    </message>
    <message>
        <source>SVM: virtual NMI</source>
        <translation>SVM : NMI virtuel</translation>
    </message>
    <message>
        <source>SVM: checks the addresses of its operands</source>
        <translation>SVM : vérifie les adresses de ses opérandes</translation>
    </message>
    <message>
        <source>Secure memory encryption</source>
        <translation>Chiffrement sécurisé de la mémoire (SME)</translation>
    </message>
    <message>
        <source>Secure encrypted virtualisation</source>
        <translation>Virtualisation chiffrée sécurisée (SEV)</translation>
    </message>
    <message>
        <source>Page flush MSR</source>
        <translation>MSR de vidage de pages</translation>
    </message>
    <message>
        <source>SEV: encrypted state</source>
        <translation>SEV : état chiffré (SEV-ES)</translation>
    </message>
    <message>
        <source>SEV: secure nested paging</source>
        <translation>SEV : pagination imbriquée sécurisée (SEV-SNP)</translation>
    </message>
    <message>
        <source>SEV: privilege levels of a guest</source>
        <translation>SEV : niveaux de privilège d’un invité</translation>
    </message>
    <message>
        <source>SEV: virtual TSC_AUX</source>
        <translation>SEV : TSC_AUX virtuel</translation>
    </message>
    <message>
        <source>Encrypted and plain mappings are coherent</source>
        <translation>Les projections chiffrées et en clair sont cohérentes</translation>
    </message>
    <message>
        <source>No nested data breakpoints</source>
        <translation>Pas de points d’arrêt sur données imbriqués</translation>
    </message>
    <message>
        <source>Writing the FS and GS base does not serialise</source>
        <translation>Écrire la base de FS et GS ne sérialise pas</translation>
    </message>
    <message>
        <source>LFENCE always serialises</source>
        <translation>LFENCE sérialise toujours</translation>
    </message>
    <message>
        <source>Null selectors clear the base</source>
        <translation>Les sélecteurs nuls effacent la base</translation>
    </message>
    <message>
        <source>Upper address bits can be ignored</source>
        <translation>Les bits hauts des adresses peuvent être ignorés</translation>
    </message>
    <message>
        <source>Automatic IBRS</source>
        <translation>IBRS automatique</translation>
    </message>
    <message>
        <source>No SMM control MSR</source>
        <translation>Pas de MSR de contrôle du SMM</translation>
    </message>
    <message>
        <source>Fast short REP CMPSB</source>
        <translation>REP CMPSB court rapide</translation>
    </message>
    <message>
        <source>CPUID can be kept from programs</source>
        <translation>CPUID peut être refusé aux programmes</translation>
    </message>
    <message>
        <source>SBPB: selective branch prediction barrier</source>
        <translation>SBPB : barrière sélective de prédiction de branchements</translation>
    </message>
    <message>
        <source>IBPB clears all branch types</source>
        <translation>IBPB efface tous les types de branchements</translation>
    </message>
    <message>
        <source>Not affected by return stack overflow (SRSO)</source>
        <translation>Non affecté par le débordement de la pile de retour (SRSO)</translation>
    </message>
    <message>
        <source>Not affected by SRSO between user and kernel</source>
        <translation>Non affecté par SRSO entre programme et noyau</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeatureModel</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>sets it</source>
        <translation>le met</translation>
    </message>
    <message>
        <source>takes it away</source>
        <translation>l’enlève</translation>
    </message>
    <message>
        <source>as on the host</source>
        <translation>comme l’hôte</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invité</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeaturesCard</name>
    <message>
        <source>What the guest finds</source>
        <translation>Ce que trouve l’invité</translation>
    </message>
    <message>
        <source>“Host” is what this host&apos;s KVM offers, “Guest” what the machine&apos;s first processor has: the engine decides some of it in every machine.</source>
        <translation>« Hôte » est ce qu’offre KVM sur cet hôte, « Invité » ce qu’a le premier processeur de la machine : le moteur en décide une partie dans toute machine.</translation>
    </message>
    <message>
        <source>Filter features</source>
        <translation>Filtrer les fonctions</translation>
    </message>
    <message>
        <source>Filter features by name, meaning or place in CPUID</source>
        <translation>Filtrer les fonctions par nom, signification ou place dans CPUID</translation>
    </message>
    <message>
        <source>Only diff&amp;erences</source>
        <translation>Seulement les diff&amp;érences</translation>
    </message>
    <message>
        <source>What the template changes, and what the guest finds otherwise than the host has it</source>
        <translation>Ce que le modèle change, et ce que l’invité trouve autrement que sur l’hôte</translation>
    </message>
    <message>
        <source>Features of the processor</source>
        <translation>Fonctions du processeur</translation>
    </message>
    <message>
        <source>Nothing is known about this host&apos;s processor.</source>
        <translation>On ne sait rien du processeur de cet hôte.</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) shown</source>
        <translation>
            <numerusform>%n fonction affichée</numerusform>
            <numerusform>%n fonctions affichées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuPage</name>
    <message>
        <source>%1: the template sets it, but this host does not offer it. A guest that uses it fails.</source>
        <translation>%1 : le modèle le met, mais cet hôte ne l’offre pas. Un invité qui s’en sert échoue.</translation>
    </message>
    <message>
        <source>%1: what the template says does not count, since the engine decides it in every machine.</source>
        <translation>%1 : ce que dit le modèle ne compte pas, car le moteur en décide dans toute machine.</translation>
    </message>
    <message>
        <source>Leaf %1: the template has other flags than this host, so that guests may find it in another place.</source>
        <translation>Feuille %1 : le modèle a d’autres drapeaux que cet hôte, si bien que les invités peuvent la trouver ailleurs.</translation>
    </message>
    <message>
        <source>Choose it when the machine is for another host.</source>
        <translation>Choisissez-le si la machine est destinée à un autre hôte.</translation>
    </message>
    <message>
        <source>A machine with it starts on this host (%1, %2).</source>
        <translation>Une machine qui l’utilise démarre sur cet hôte (%1, %2).</translation>
    </message>
    <message>
        <source>A machine with it starts on this host, but:</source>
        <translation>Une machine qui l’utilise démarre sur cet hôte, mais :</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>warnings</comment>
        <translation>
            <numerusform>… et %n autre.</numerusform>
            <numerusform>… et %n autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>The machine runs: another template counts from its next start.</source>
        <translation>La machine tourne : un autre modèle compte à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>With a template guests find the same processor on different hosts.</source>
        <translation>Avec un modèle, les invités trouvent le même processeur sur des hôtes différents.</translation>
    </message>
    <message>
        <source>The machine runs emulated, on a processor that is not this host&apos;s: what is told here does not count for it.</source>
        <translation>La machine tourne en émulation, sur un processeur qui n’est pas celui de cet hôte : ce qui est dit ici ne vaut pas pour elle.</translation>
    </message>
    <message>
        <source>Asking this host…</source>
        <translation>Interrogation de cet hôte…</translation>
    </message>
    <message>
        <source>Whether it fits this host is not known. %1</source>
        <translation>On ne sait pas s’il convient à cet hôte. %1</translation>
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
        <translation>Modèle de CPU</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>Aucu&amp;n</translation>
    </message>
    <message>
        <source>The guest sees all that the host&apos;s processor offers. The fastest, but snapshots move only to hosts with such a processor.</source>
        <translation>L’invité voit tout ce qu’offre le processeur de l’hôte. Le plus rapide, mais les instantanés ne vont que vers des hôtes avec un tel processeur.</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake over Cascade Lake to Ice Lake: guests see what all of them have, so that snapshots can move between them.</source>
        <translation>Pour les hôtes Intel, de Skylake et Cascade Lake à Ice Lake : les invités voient ce qu’ils ont tous, si bien que les instantanés peuvent passer de l’un à l’autre.</translation>
    </message>
    <message>
        <source>For Intel Skylake and Cascade Lake: as T2, and both also tell guests the same about their flaws.</source>
        <translation>Pour Intel Skylake et Cascade Lake : comme T2, et tous deux disent aussi la même chose de leurs défauts aux invités.</translation>
    </message>
    <message>
        <source>For Intel Cascade Lake and Ice Lake in a fleet together with AMD: guests see what they see with T2A there.</source>
        <translation>Pour Intel Cascade Lake et Ice Lake dans un parc avec AMD : les invités voient ce qu’ils y voient avec T2A.</translation>
    </message>
    <message>
        <source>For AMD Milan in a fleet together with Intel: guests see what they see with T2CL there. Snapshots do not move between vendors all the same.</source>
        <translation>Pour AMD Milan dans un parc avec Intel : les invités voient ce qu’ils y voient avec T2CL. Les instantanés ne passent pas pour autant d’un fabricant à l’autre.</translation>
    </message>
    <message>
        <source>For Intel hosts from Skylake to Ice Lake: guests see an older Ivy Bridge, without AVX2 and what came after it.</source>
        <translation>Pour les hôtes Intel de Skylake à Ice Lake : les invités voient un Ivy Bridge plus ancien, sans AVX2 ni ce qui a suivi.</translation>
    </message>
    <message>
        <source>C&amp;ustom</source>
        <translation>Perso&amp;nnalisé</translation>
    </message>
    <message>
        <source>Bits of your own choice, for processors and fleets that the others are not made for. See below.</source>
        <translation>Des bits de votre choix, pour les processeurs et les parcs auxquels les autres ne sont pas destinés. Voir plus bas.</translation>
    </message>
    <message>
        <source>The engine of this host&apos;s processor does not know it.</source>
        <translation>Le moteur de ce processeur ne le connaît pas.</translation>
    </message>
    <message>
        <source>It is made for processors of another vendor.</source>
        <translation>Il est fait pour les processeurs d’un autre fabricant.</translation>
    </message>
    <message>
        <source>This host’s processor is not among those that it is made for.</source>
        <translation>Le processeur de cet hôte n’est pas de ceux pour lesquels il est fait.</translation>
    </message>
    <message>
        <source>A machine with it does not start on this host.</source>
        <translation>Une machine qui l’utilise ne démarre pas sur cet hôte.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuTool</name>
    <message numerus="yes">
        <source>The tool gave no answer within %n second(s).</source>
        <translation>
            <numerusform>L’outil n’a pas répondu en %n seconde.</numerusform>
            <numerusform>L’outil n’a pas répondu en %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>sparkler-tools is not installed, so this host’s processor is not known.</source>
        <translation>sparkler-tools n’est pas installé, le processeur de cet hôte n’est donc pas connu.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 n’a pas pu être démarré : %2.</translation>
    </message>
    <message>
        <source>The tool’s answer is too long.</source>
        <translation>La réponse de l’outil est trop longue.</translation>
    </message>
    <message>
        <source>The tool ended without an answer.</source>
        <translation>L’outil s’est terminé sans réponse.</translation>
    </message>
    <message>
        <source>The tool’s answer cannot be understood: %1.</source>
        <translation>La réponse de l’outil est incompréhensible : %1.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateMachineWizard</name>
    <message>
        <source>Create machine</source>
        <translation>Créer une machine</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Créer</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateOperation</name>
    <message>
        <source>No snapshot of “%1” was made.</source>
        <translation>Aucun instantané de « %1 » n’a été pris.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Resuming the guest</source>
        <translation>Reprise de l’invité</translation>
    </message>
    <message>
        <source>Make a full snapshot.</source>
        <translation>Prenez un instantané complet.</translation>
    </message>
    <message>
        <source>Pausing the guest</source>
        <translation>Mise en pause de l’invité</translation>
    </message>
    <message>
        <source>The engine writes the guest’s memory</source>
        <translation>Le moteur écrit la mémoire de l’invité</translation>
    </message>
    <message>
        <source>Copying the drives</source>
        <translation>Copie des disques</translation>
    </message>
    <message>
        <source>The snapshot is being completed.</source>
        <translation>L’instantané est en cours de finalisation.</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>Finalisation</translation>
    </message>
    <message>
        <source>The snapshot was made, but the guest was not resumed.</source>
        <translation>L’instantané a été pris, mais l’invité n’a pas repris.</translation>
    </message>
    <message>
        <source>The snapshot is there, but it is not known that the machine comes from it.</source>
        <translation>L’instantané est là, mais il n’est pas noté que la machine en provient.</translation>
    </message>
    <message>
        <source>The engine said that it is done, but its files are not there.</source>
        <translation>Le moteur a indiqué avoir terminé, mais ses fichiers sont absents.</translation>
    </message>
    <message>
        <source>The machine’s engine has ended meanwhile.</source>
        <translation>Le moteur de la machine s’est terminé entre-temps.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreatePage</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateResourcesPage</name>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Name and resources</source>
        <translation>Nom et ressources</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Aucun groupe</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Groupe</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Give the machine a cop&amp;y of the root file system of its own</source>
        <translation>Donner à la machine sa propre co&amp;pie du système de fichiers racine</translation>
    </message>
    <message>
        <source>Otherwise it uses the file itself, and changes it.</source>
        <translation>Sinon, elle utilise le fichier lui-même et le modifie.</translation>
    </message>
    <message>
        <source>&amp;Enlarge the copy</source>
        <translation>&amp;Agrandir la copie</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Taille du disque</translation>
    </message>
    <message>
        <source>Disk si&amp;ze</source>
        <translation>Tail&amp;le du disque</translation>
    </message>
    <message>
        <source>Takes up space on this host only as it is filled.</source>
        <translation>N’occupe de l’espace sur cet hôte qu’à mesure du remplissage.</translation>
    </message>
    <message>
        <source>Synchronous: works everywhere</source>
        <translation>Synchrone&#xa0;: fonctionne partout</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring): faster under load</source>
        <translation>Asynchrone (io_uring)&#xa0;: plus rapide sous charge</translation>
    </message>
    <message>
        <source>&amp;I/O engine</source>
        <translation>&amp;Moteur d’E/S</translation>
    </message>
    <message>
        <source>Neither this host&apos;s KVM nor the emulator can run machines now. The machine can be made; what is missing stands at the top of the window.</source>
        <translation>Ni KVM sur cet hôte ni l’émulateur ne peuvent exécuter de machines pour le moment. La machine peut être créée ; ce qui manque est indiqué en haut de la fenêtre.</translation>
    </message>
    <message>
        <source>This host&apos;s KVM cannot run the machine, so it will be emulated: it works, many times slower. One processor and 256 MiB are a good size.</source>
        <translation>Le KVM de cet hôte ne peut pas exécuter la machine, elle sera donc émulée&#xa0;: cela fonctionne, mais beaucoup plus lentement. Un processeur et 256 MiB conviennent bien.</translation>
    </message>
    <message>
        <source>A machine needs a name.</source>
        <translation>Une machine a besoin d’un nom.</translation>
    </message>
    <message>
        <source>There is a machine with this name. The new one will be called “%1”.</source>
        <translation>Une machine de ce nom existe déjà. La nouvelle s’appellera «&#x202f;%1&#x202f;».</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Récapitulatif</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>The same as a Firecracker configuration file</source>
        <translation>La même chose en fichier de configuration Firecracker</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>The demo guest is made first, in one to two minutes. The machine can be started after that.</source>
        <translation>L’invité de démonstration est d’abord créé, en une à deux minutes. La machine pourra ensuite être démarrée.</translation>
    </message>
    <message>
        <source>Its disk is copied first. The machine can be started after that.</source>
        <translation>Son disque est d’abord copié. La machine pourra ensuite être démarrée.</translation>
    </message>
    <message>
        <source>The machine can be started at once.</source>
        <translation>La machine peut être démarrée immédiatement.</translation>
    </message>
    <message>
        <source>&lt;machine&gt;</source>
        <translation>&lt;machine&gt;</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>Disque « %1 » : %2</translation>
    </message>
    <message>
        <source>The machine can be made, but it cannot start like this:</source>
        <translation>La machine peut être créée, mais ne peut pas démarrer ainsi :</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateSourcePage</name>
    <message>
        <source>What does the machine start from?</source>
        <translation>À partir de quoi la machine démarre-t-elle ?</translation>
    </message>
    <message>
        <source>&amp;Demo guest</source>
        <translation>Invité de &amp;démonstration</translation>
    </message>
    <message>
        <source>A stock Debian kernel and a small root file system.</source>
        <translation>Un noyau Debian standard et un petit système de fichiers racine.</translation>
    </message>
    <message>
        <source>&amp;Own kernel and root file system</source>
        <translation>Noya&amp;u et système de fichiers racine personnels</translation>
    </message>
    <message>
        <source>Files of yours, or from the library.</source>
        <translation>Vos propres fichiers, ou ceux de la bibliothèque.</translation>
    </message>
    <message>
        <source>&amp;Firecracker configuration file</source>
        <translation>Fichier de &amp;configuration Firecracker</translation>
    </message>
    <message>
        <source>A JSON file as for --config-file.</source>
        <translation>Un fichier JSON comme pour --config-file.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>The demo guest was made before. The machine gets a copy of its disk and is ready in seconds.</source>
        <translation>L’invité de démonstration a déjà été créé. La machine reçoit une copie de son disque et est prête en quelques secondes.</translation>
    </message>
    <message>
        <source>The first time, Debian packages are downloaded and put together: one to two minutes, with network access. It goes on in the background; the machine is in the list meanwhile. After that a demo machine takes seconds.</source>
        <translation>La première fois, des paquets Debian sont téléchargés et assemblés&#xa0;: une à deux minutes, avec accès au réseau. Cela se poursuit en arrière-plan&#x202f;; la machine est entre-temps dans la liste. Ensuite, une machine de démonstration ne prend que quelques secondes.</translation>
    </message>
    <message>
        <source>Log in as root, without a password.</source>
        <translation>Connectez-vous en tant que root, sans mot de passe.</translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation>Système de fichiers racine</translation>
    </message>
    <message>
        <source>Disk ima&amp;ge</source>
        <translation>Ima&amp;ge disque</translation>
    </message>
    <message>
        <source>Without one the machine runs from its initial RAM disk alone.</source>
        <translation>Sans image, la machine fonctionne uniquement à partir de son disque RAM initial.</translation>
    </message>
    <message>
        <source>Keep copies in the &amp;library, for other machines</source>
        <translation>Conserver des copies dans la &amp;bibliothèque, pour d’autres machines</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>Importer un fichier de configuration Firecracker</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>Fichiers de configuration (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>Fi&amp;chier</translation>
    </message>
    <message numerus="yes">
        <source>A machine with %n drive(s).</source>
        <translation>
            <numerusform>Une machine avec %n disque.</numerusform>
            <numerusform>Une machine avec %n disques.</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DriveDialog</name>
    <message>
        <source>Add drive</source>
        <translation>Ajouter un disque</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>Disque «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>&amp;Existing file</source>
        <translation>Fichier &amp;existant</translation>
    </message>
    <message>
        <source>&amp;New disk</source>
        <translation>&amp;Nouveau disque</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Made in the machine&apos;s folder when you apply. It takes up space only as it is filled.</source>
        <translation>Créé dans le dossier de la machine lors de l’application. N’occupe de l’espace qu’à mesure du remplissage.</translation>
    </message>
    <message>
        <source>Disk image</source>
        <translation>Image disque</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>ext4</source>
        <translation>ext4</translation>
    </message>
    <message>
        <source>None: an empty disk</source>
        <translation>Aucun&#xa0;: un disque vide</translation>
    </message>
    <message>
        <source>File s&amp;ystem</source>
        <translation>S&amp;ystème de fichiers</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>&amp;Root device: the guest boots from it</source>
        <translation>Périphérique &amp;racine&#xa0;: l’invité démarre dessus</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Read-&amp;only: the guest cannot change it</source>
        <translation>Lecture &amp;seule&#xa0;: l’invité ne peut pas le modifier</translation>
    </message>
    <message>
        <source>Unsafe: flushes are ignored, fastest</source>
        <translation>Unsafe&#xa0;: les vidages (flush) sont ignorés, le plus rapide</translation>
    </message>
    <message>
        <source>Write-back: flushes reach the disk</source>
        <translation>Write-back&#xa0;: les vidages (flush) atteignent le disque</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>&amp;Cache</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>Synchrone</translation>
    </message>
    <message>
        <source>Asynchronous (io_uring)</source>
        <translation>Asynchrone (io_uring)</translation>
    </message>
    <message>
        <source>I/O en&amp;gine</source>
        <translation>&amp;Moteur d’E/S</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>Prend effet maintenant, machine en marche.</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>“%1” will no longer be the root device.</source>
        <translation>«&#x202f;%1&#x202f;» ne sera plus le périphérique racine.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DriveModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Aucun fichier</translation>
    </message>
    <message>
        <source>%1, new</source>
        <comment>size of a disk still to be made</comment>
        <translation>%1, nouveau</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Racine</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lecture et écriture</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>I/O engine</source>
        <translation>Moteur d’E/S</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::DrivesCard</name>
    <message>
        <source>Drives</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>This machine has no drives. It runs from its initial RAM disk alone.</source>
        <translation>Cette machine n’a aucun disque. Elle fonctionne uniquement à partir de son disque RAM initial.</translation>
    </message>
    <message>
        <source>&amp;Add drive…</source>
        <translation>A&amp;jouter un disque…</translation>
    </message>
    <message>
        <source>&amp;New disk…</source>
        <translation>Nou&amp;veau disque…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Modifi&amp;er…</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>&amp;Limites…</translation>
    </message>
    <message>
        <source>&amp;Set as root</source>
        <translation>&amp;Utiliser comme racine</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Change the drive (Return)</source>
        <translation>Modifier le disque (Entrée)</translation>
    </message>
    <message>
        <source>Takes the drive out of the machine; its file stays (Delete)</source>
        <translation>Retire le disque de la machine ; son fichier reste (Suppr)</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>Disque « %1 » : %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::EditPage</name>
    <message>
        <source>The changes apply now.</source>
        <translation>Les modifications prennent effet maintenant.</translation>
    </message>
    <message>
        <source>The changes are saved.</source>
        <translation>Les modifications sont enregistrées.</translation>
    </message>
    <message>
        <source>The changes are saved. Some need a restart: %1</source>
        <translation>Les modifications sont enregistrées. Certaines nécessitent un redémarrage&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
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
        <translation>L’invité reçoit des nombres aléatoi&amp;res de l’hôte</translation>
    </message>
    <message>
        <source>How much, at most</source>
        <translation>Quantité maximale</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ErrorDetails</name>
    <message>
        <source>Request: %1</source>
        <translation>Requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Statut&#xa0;: %1</translation>
    </message>
    <message>
        <source>Fault: %1</source>
        <translation>Erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>Journal&#xa0;:</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExchangeModel</name>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Pas de réponse à temps</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connexion perdue</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Non comprise</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>Réponse trop volumineuse</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1, refusée</translation>
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
        <translation>Heure</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ExportOperation</name>
    <message>
        <source>The snapshot was not exported.</source>
        <translation>L’instantané n’a pas été exporté.</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>Écriture de l’archive</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::FileChoice</name>
    <message>
        <source>From library</source>
        <translation>De la bibliothèque</translation>
    </message>
    <message>
        <source>%1 from the library</source>
        <comment>kernel, initrd …</comment>
        <translation>%1 depuis la bibliothèque</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
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
        <translation>Utilisable ici ou non</translation>
    </message>
    <message>
        <source>Looking whether it can be used here…</source>
        <translation>Vérification de la possibilité de l’utiliser ici…</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Ce qui aide</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Fold</name>
    <message>
        <source>Expanded</source>
        <translation>Déplié</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>Replié</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ForwardsEditor</name>
    <message>
        <source>Remove forward</source>
        <translation>Retirer la redirection</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Écoute sur</translation>
    </message>
    <message>
        <source>Host port</source>
        <translation>Port de l&apos;hôte</translation>
    </message>
    <message>
        <source>Guest port</source>
        <translation>Port de l&apos;invité</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>Redirections de ports</translation>
    </message>
    <message>
        <source>Add forward</source>
        <translation>Ajouter une redirection</translation>
    </message>
    <message>
        <source>“%1” forwards port %2 of the host, too: only one of the two can run.</source>
        <translation>« %1 » redirige aussi le port %2 de l&apos;hôte : une seule des deux peut fonctionner.</translation>
    </message>
    <message>
        <source>Ports below 1024 are for root alone on most hosts (net.ipv4.ip_unprivileged_port_start). Take a higher one for the host; the guest&apos;s can be any.</source>
        <translation>Sur la plupart des hôtes, les ports inférieurs à 1024 sont réservés à root (net.ipv4.ip_unprivileged_port_start). Prenez-en un plus élevé pour l&apos;hôte ; celui de l&apos;invité est libre.</translation>
    </message>
    <message>
        <source>At 0.0.0.0 everybody who reaches this host reaches the guest.</source>
        <translation>Avec 0.0.0.0, quiconque atteint cet hôte atteint l&apos;invité.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HardwarePage</name>
    <message>
        <source>Hardware</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>La machine est en marche&#xa0;: les modifications faites ici prendront effet à son prochain démarrage.</translation>
    </message>
    <message>
        <source>The machine runs: a drive&apos;s file and its rate limits change at once, everything else at the next start.</source>
        <translation>La machine est en marche&#xa0;: le fichier d’un disque et ses limites de débit changent immédiatement, tout le reste au prochain démarrage.</translation>
    </message>
    <message>
        <source>Drive “%1”: %2</source>
        <translation>Disque «&#x202f;%1&#x202f;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>Les limites de débit de «&#x202f;%1&#x202f;» prennent effet maintenant.</translation>
    </message>
    <message>
        <source>The changes were not applied.</source>
        <translation>Les modifications n’ont pas été appliquées.</translation>
    </message>
    <message>
        <source>Making the disk %1 was cancelled.</source>
        <translation>La création du disque %1 a été annulée.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HelpDialog</name>
    <message>
        <source>Troubleshooting</source>
        <translation>Dépannage</translation>
    </message>
    <message>
        <source>Open the whole document</source>
        <translation>Ouvrir le document entier</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>En savoir plus</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HelpLink</name>
    <message>
        <source>%1: %2</source>
        <comment>button and what it is about</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::HostDeviceCard</name>
    <message>
        <source>On this host</source>
        <translation>Sur cet hôte</translation>
    </message>
    <message>
        <source>Ma&amp;ke it…</source>
        <translation>&amp;Créer…</translation>
    </message>
    <message>
        <source>Ta&amp;ke it away…</source>
        <translation>Supprime&amp;r…</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>Argument du noyau pour l’adresse de l’invité</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>Commandes pour l’adresse de l’invité</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Vérifier à nouveau</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>propriétaire %1</translation>
    </message>
    <message>
        <source>owner: user %1</source>
        <translation>propriétaire&#xa0;: utilisateur %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>groupe %1</translation>
    </message>
    <message>
        <source>MTU %1</source>
        <translation>MTU %1</translation>
    </message>
    <message>
        <source>port of the bridge %1</source>
        <translation>port du pont %1</translation>
    </message>
    <message>
        <source>address %1/%2</source>
        <translation>adresse %1/%2</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>Vérification de %1…</translation>
    </message>
    <message>
        <source>%1 carries this machine&apos;s packets.</source>
        <translation>%1 transporte les paquets de cette machine.</translation>
    </message>
    <message>
        <source>The host: “%1 (os error %2)”</source>
        <translation>L’hôte&#xa0;: «&#x202f;%1 (os error %2)&#x202f;»</translation>
    </message>
    <message>
        <source>An address for the guest: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>Une adresse pour l’invité&#xa0;: ajoutez la première ligne aux arguments de démarrage, ou saisissez les autres dans l’invité.</translation>
    </message>
    <message>
        <source>The guest asks the bridge&apos;s network for its address: add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>L’invité demande son adresse au réseau du pont&#xa0;: ajoutez la première ligne aux arguments de démarrage, ou saisissez les autres dans l’invité.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ImportOperation</name>
    <message>
        <source>The archive was not imported.</source>
        <translation>L’archive n’a pas été importée.</translation>
    </message>
    <message>
        <source>Reading the archive</source>
        <translation>Lecture de l’archive</translation>
    </message>
    <message>
        <source>The drive “%1” is not in it.</source>
        <translation>Le disque « %1 » n’y est pas.</translation>
    </message>
    <message>
        <source>Making the machine</source>
        <translation>Création de la machine</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InlineMessage</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
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
        <translation>Aucune requête pour l’instant</translation>
    </message>
    <message>
        <source>Select a machine to see its API requests.</source>
        <translation>Sélectionnez une machine pour voir ses requêtes API.</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>Envoyer une requête</translation>
    </message>
    <message>
        <source>Filter by path</source>
        <translation>Filtrer par chemin</translation>
    </message>
    <message>
        <source>Filter requests by path</source>
        <translation>Filtrer les requêtes par chemin</translation>
    </message>
    <message>
        <source>&amp;Errors only</source>
        <translation>&amp;Erreurs uniquement</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>&amp;Copier comme</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Copier comme &amp;curl</translation>
    </message>
    <message>
        <source>Copy all as &amp;shell script</source>
        <translation>Tout copier comme &amp;script shell</translation>
    </message>
    <message>
        <source>Copy as configuration &amp;file</source>
        <translation>Copier comme &amp;fichier de configuration</translation>
    </message>
    <message>
        <source>Copy as &amp;Go SDK program</source>
        <translation>Copier comme programme SDK &amp;Go</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vider</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Copier comme c&amp;url</translation>
    </message>
    <message>
        <source>E&amp;dit and send again</source>
        <translation>Mo&amp;difier et renvoyer</translation>
    </message>
    <message>
        <source>Put this request into the form below</source>
        <translation>Placer cette requête dans le formulaire ci-dessous</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Corps de la requête</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>Corps de la réponse</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>La requête n’a pas de corps.</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>La réponse n’a pas de corps.</translation>
    </message>
    <message>
        <source>Select a request to see what was said.</source>
        <translation>Sélectionnez une requête pour voir l’échange.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · waited %2, took %3</source>
        <comment>status, times</comment>
        <translation>%1 · attente %2, durée %3</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Aucune machine sélectionnée</translation>
    </message>
    <message>
        <source>What is said to the engine appears here. Periodic polls are left out.</source>
        <translation>Les échanges avec le moteur apparaissent ici. Les interrogations périodiques sont omises.</translation>
    </message>
    <message>
        <source>Start the machine: what is said to its engine appears here. Periodic polls are left out.</source>
        <translation>Démarrez la machine&#xa0;: les échanges avec son moteur apparaîtront ici. Les interrogations périodiques sont omises.</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Aucune machine n’est sélectionnée.</translation>
    </message>
    <message>
        <source>No engine runs. Start the machine first.</source>
        <translation>Aucun moteur n’est en marche. Démarrez d’abord la machine.</translation>
    </message>
    <message>
        <source>Select a request first.</source>
        <translation>Sélectionnez d’abord une requête.</translation>
    </message>
    <message>
        <source>There are no requests.</source>
        <translation>Il n’y a aucune requête.</translation>
    </message>
    <message>
        <source>Copy this request as a curl command line</source>
        <translation>Copier cette requête sous forme de ligne de commande curl</translation>
    </message>
    <message>
        <source>Copy as a command, a script, a file or a program</source>
        <translation>Copier sous forme de commande, de script, de fichier ou de programme</translation>
    </message>
    <message>
        <source>Forget the requests shown here</source>
        <translation>Oublier les requêtes affichées ici</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard.</source>
        <translation>La commande curl est dans le presse-papiers.</translation>
    </message>
    <message numerus="yes">
        <source>A script of %n request(s) is on the clipboard.</source>
        <translation>
            <numerusform>Un script de %n requête est dans le presse-papiers.</numerusform>
            <numerusform>Un script de %n requêtes est dans le presse-papiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration file is on the clipboard.</source>
        <translation>Le fichier de configuration est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>The Go program is on the clipboard.</source>
        <translation>Le programme Go est dans le presse-papiers.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceDialog</name>
    <message>
        <source>Add network interface</source>
        <translation>Ajouter une interface réseau</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Network interface “%1”</source>
        <translation>Interface réseau «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Applies at the next start.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>Périphérique hôte</translation>
    </message>
    <message>
        <source>&amp;Host device</source>
        <translation>&amp;Périphérique hôte</translation>
    </message>
    <message>
        <source>The TAP device of this host that the interface is connected to. The network page helps to make one.</source>
        <translation>Le périphérique TAP de cet hôte auquel l’interface est connectée. La page Réseau aide à en créer un.</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>Adresse MAC</translation>
    </message>
    <message>
        <source>The guest chooses</source>
        <translation>L’invité choisit</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Générer</translation>
    </message>
    <message>
        <source>A locally administered address that no machine of yours has</source>
        <translation>Une adresse administrée localement qu’aucune de vos machines n’a</translation>
    </message>
    <message>
        <source>&amp;MAC address</source>
        <translation>Adresse &amp;MAC</translation>
    </message>
    <message>
        <source>The guest&apos;s default</source>
        <translation>Par défaut de l’invité</translation>
    </message>
    <message>
        <source>M&amp;TU</source>
        <translation>M&amp;TU</translation>
    </message>
    <message>
        <source>The largest packet, in bytes. The host&apos;s device should have the same.</source>
        <translation>Le plus grand paquet, en octets. Le périphérique de l’hôte devrait avoir la même valeur.</translation>
    </message>
    <message>
        <source>Limits to the guest</source>
        <translation>Limites vers l’invité</translation>
    </message>
    <message>
        <source>Limits from the guest</source>
        <translation>Limites depuis l’invité</translation>
    </message>
    <message>
        <source>Applies now, while the machine runs.</source>
        <translation>Prend effet maintenant, machine en marche.</translation>
    </message>
    <message>
        <source>Another interface of this machine uses it; a device serves one.</source>
        <translation>Une autre interface de cette machine l’utilise&#x202f;; un périphérique n’en sert qu’une.</translation>
    </message>
    <message>
        <source>Another machine has this address. In one network they would disturb each other.</source>
        <translation>Une autre machine a cette adresse. Sur un même réseau, elles se gêneraient.</translation>
    </message>
    <message>
        <source>TAP device of this host</source>
        <translation>Périphérique TAP de cet hôte</translation>
    </message>
    <message>
        <source>User-mode (no root)</source>
        <translation>Mode utilisateur (sans root)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Réseau</translation>
    </message>
    <message>
        <source>User-mode needs the rootless jail and the program passt. For now it has to be the machine&apos;s only interface.</source>
        <translation>Le mode utilisateur nécessite la prison sans root et le programme passt. Pour l&apos;instant, ce doit être la seule interface de la machine.</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>Redirections de ports</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceLimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>Limites de débit de «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>Vers l’invité</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>Depuis l’invité</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>Elles prennent effet maintenant, machine en marche.</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>Elles prendront effet à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>Appliquer maintenant</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>Définir les limites</translation>
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
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Not a name</source>
        <translation>Nom non valide</translation>
    </message>
    <message>
        <source>No TAP support</source>
        <translation>TAP non pris en charge</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>No TAP device</source>
        <translation>Pas un TAP</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>Utilisé ici</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Guest chooses</source>
        <comment>MAC address</comment>
        <translation>Choix de l’invité</translation>
    </message>
    <message>
        <source>Default</source>
        <comment>MTU</comment>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>Host device</source>
        <translation>Périphérique hôte</translation>
    </message>
    <message>
        <source>On the host</source>
        <translation>Sur l’hôte</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>Adresse MAC</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>Vers l’invité</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>Depuis l’invité</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>User-mode</source>
        <translation>Mode utilisateur</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) forwarded</source>
        <translation>
            <numerusform>%n port redirigé</numerusform>
            <numerusform>%n ports redirigés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfacesCard</name>
    <message>
        <source>Network interfaces</source>
        <translation>Interfaces réseau</translation>
    </message>
    <message>
        <source>This machine has no network.</source>
        <translation>Cette machine n’a pas de réseau.</translation>
    </message>
    <message>
        <source>&amp;Add interface…</source>
        <translation>A&amp;jouter une interface…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Modifi&amp;er…</translation>
    </message>
    <message>
        <source>Change the interface (Return)</source>
        <translation>Modifier l’interface (Entrée)</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>&amp;Limites…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Takes the interface out of the machine; the host&apos;s device stays (Delete)</source>
        <translation>Retire l’interface de la machine&#x202f;; le périphérique de l’hôte reste (Suppr)</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>Interface «&#x202f;%1&#x202f;»&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JailPage</name>
    <message>
        <source>What the engine can see</source>
        <translation>Ce que le moteur peut voir</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Espaces de noms</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>In the jail</source>
        <translation>Dans la prison</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>Sur cet hôte</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>Prison</translation>
    </message>
    <message>
        <source>Rootless jail</source>
        <translation>Prison sans root</translation>
    </message>
    <message>
        <source>No jail</source>
        <translation>Aucune prison</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>&amp;Mode</translation>
    </message>
    <message>
        <source>The jailer&apos;s default: 2048</source>
        <translation>Valeur par défaut du jailer : 2048</translation>
    </message>
    <message>
        <source>&amp;Open files</source>
        <translation>Fichiers &amp;ouverts</translation>
    </message>
    <message>
        <source>How many files and sockets the engine may have open at once.</source>
        <translation>Combien de fichiers et de sockets le moteur peut ouvrir à la fois.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> Mio</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Aucune limite</translation>
    </message>
    <message>
        <source>Largest &amp;file</source>
        <translation>Plus grand &amp;fichier</translation>
    </message>
    <message>
        <source>The engine makes no file grow beyond this. Snapshots of the memory need its size.</source>
        <translation>Le moteur n&apos;agrandit aucun fichier au-delà. Les instantanés de la mémoire ont besoin de sa taille.</translation>
    </message>
    <message>
        <source>The jail is made at the start: stop the machine to change it.</source>
        <translation>La prison est créée au démarrage : arrêtez la machine pour la modifier.</translation>
    </message>
    <message>
        <source>Limits belong to a jail.</source>
        <translation>Les limites vont avec une prison.</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around the engine is its jail, and the choice above does not count.</source>
        <translation>La machine est émulée : la machine auxiliaire autour du moteur est sa prison, et le choix ci-dessus ne compte pas.</translation>
    </message>
    <message>
        <source>Without a jail a guest that takes its engine over can do all that you can: read your files, and reach your network.</source>
        <translation>Sans prison, un invité qui prend le contrôle de son moteur peut tout ce que vous pouvez : lire vos fichiers et atteindre votre réseau.</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lecture et écriture</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are weaker than promised. See the red rows.</source>
        <translation>
            <numerusform>%n élément est plus faible que promis. Voyez les lignes rouges.</numerusform>
            <numerusform>%n éléments sont plus faibles que promis. Voyez les lignes rouges.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that /proc tells of the engine is as promised.</source>
        <translation>Tout ce que /proc dit du moteur est conforme à la promesse.</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) cannot be proven: /proc does not tell.</source>
        <translation>
            <numerusform>%n promesse ne peut être prouvée : /proc ne le dit pas.</numerusform>
            <numerusform>%n promesses ne peuvent être prouvées : /proc ne le dit pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the rootless jail the engine sees nothing but this machine&apos;s own files, and has no rights, also when a guest has taken it over. Where this host keeps user namespaces to root, root’s leave is asked for at each start; the jail and the engine’s rights in it are the same.</source>
        <translation>Dans la prison sans root, le moteur ne voit que les fichiers de cette machine et n’a aucun droit, même si un invité en a pris le contrôle. Là où cet hôte réserve les espaces de noms utilisateur à root, son accord est demandé à chaque démarrage ; la prison et les droits du moteur y sont les mêmes.</translation>
    </message>
    <message>
        <source>Rootless jail, by root’s leave</source>
        <translation>Prison sans root, avec l’accord de root</translation>
    </message>
    <message>
        <source>By root’s leave: its helper is not installed</source>
        <translation>Avec l’accord de root : son programme n’est pas installé</translation>
    </message>
    <message>
        <source>A start will fail: the helper that asks for root’s leave is not installed.</source>
        <translation>Le démarrage échouera : le programme qui demande l’accord de root n’est pas installé.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n membre }</numerusform>
            <numerusform>{ %n membres }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n element(s) ]</source>
        <translation>
            <numerusform>[ %n élément ]</numerusform>
            <numerusform>[ %n éléments ]</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonView</name>
    <message>
        <source>the object is not closed with }</source>
        <translation>l’objet n’est pas fermé par }</translation>
    </message>
    <message>
        <source>a : is missing after the name</source>
        <translation>il manque un deux-points après le nom</translation>
    </message>
    <message>
        <source>the array is not closed with ]</source>
        <translation>le tableau n’est pas fermé par ]</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>il manque une virgule</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>ce n’est pas une valeur JSON</translation>
    </message>
    <message>
        <source>the text ends in a number</source>
        <translation>le texte se termine au milieu d’un nombre</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>ce n’est pas un nombre</translation>
    </message>
    <message>
        <source>this escape sequence is not allowed</source>
        <translation>cette séquence d’échappement n’est pas autorisée</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>le texte n’est pas en UTF-8 valide</translation>
    </message>
    <message>
        <source>a string is not closed</source>
        <translation>une chaîne n’est pas fermée</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>un nom entre guillemets est attendu</translation>
    </message>
    <message>
        <source>the nesting is too deep</source>
        <translation>l’imbrication est trop profonde</translation>
    </message>
    <message>
        <source>the text is too large</source>
        <translation>le texte est trop volumineux</translation>
    </message>
    <message>
        <source>there is text after the end</source>
        <translation>il y a du texte après la fin</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>ce n’est pas du JSON</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>Texte JSON</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Ligne %1, colonne %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimiterCard</name>
    <message>
        <source>Held back</source>
        <translation>Retenues</translation>
    </message>
    <message>
        <source>Requests delayed by the limiter</source>
        <translation>Requêtes retardées par le limiteur</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bande passante</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Opérations</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Bandwidth used of the limit, %1</source>
        <translation>Bande passante utilisée par rapport à la limite, %1</translation>
    </message>
    <message>
        <source>Operations used of the limit, %1</source>
        <translation>Opérations utilisées par rapport à la limite, %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1 % of the limit</source>
        <translation>%1&#x202f;% de la limite</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Limiters</name>
    <message>
        <source>%1: receiving</source>
        <translation>%1&#xa0;: réception</translation>
    </message>
    <message>
        <source>%1: sending</source>
        <translation>%1&#xa0;: envoi</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LimitsDialog</name>
    <message>
        <source>Rate limits of “%1”</source>
        <translation>Limites de débit de «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>They apply now, while the machine runs.</source>
        <translation>Elles prennent effet maintenant, machine en marche.</translation>
    </message>
    <message>
        <source>They apply from the next start on.</source>
        <translation>Elles prendront effet à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>Appliquer maintenant</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>Définir les limites</translation>
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
        <translation>%1&#xa0;: %2 toutes les %3</translation>
    </message>
    <message>
        <source>%1, and %2 once</source>
        <translation>%1, et %2 une seule fois</translation>
    </message>
    <message>
        <source>The limits are not known yet</source>
        <translation>Les limites ne sont pas encore connues</translation>
    </message>
    <message>
        <source>The engine is being asked.</source>
        <translation>Le moteur est en cours d’interrogation.</translation>
    </message>
    <message>
        <source>Rate limiters</source>
        <translation>Limiteurs de débit</translation>
    </message>
    <message>
        <source>The limits are those that the engine has now. Drives get others under Hardware and network interfaces under Network, also while the machine runs; the entropy device under Hardware, for the next start.</source>
        <translation>Les limites sont celles que le moteur a actuellement. Celles des disques se modifient sous Matériel et celles des interfaces réseau sous Réseau, même lorsque la machine est en marche ; celle du périphérique d’entropie sous Matériel, pour le prochain démarrage.</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not known.</source>
        <translation>La configuration du moteur n’est pas connue.</translation>
    </message>
    <message>
        <source>The engine&apos;s configuration is not understood.</source>
        <translation>La configuration du moteur n’est pas comprise.</translation>
    </message>
    <message>
        <source>Nothing is limited</source>
        <translation>Rien n’est limité</translation>
    </message>
    <message>
        <source>No drive, network interface or entropy device of this machine has a rate limit. Set one under Hardware or Network.</source>
        <translation>Aucun disque, aucune interface réseau ni aucun périphérique d’entropie de cette machine n’a de limite de débit. Définissez-en une sous Matériel ou Réseau.</translation>
    </message>
    <message>
        <source>%1 The limits appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1 Les limites apparaissent ici lorsqu’elle est en marche.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LivePlot</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1 (en pause)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Dernière minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>5 dernières minutes</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>15 dernières minutes</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Aucune donnée pour l’instant</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogModel</name>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Débogage</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>No level</source>
        <translation>Sans niveau</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogsPage</name>
    <message>
        <source>Filter lines</source>
        <translation>Filtrer les lignes</translation>
    </message>
    <message>
        <source>Filter lines by text</source>
        <translation>Filtrer les lignes par texte</translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation>Gravité minimale affichée</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Erreurs uniquement</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Avertissements et plus grave</translation>
    </message>
    <message>
        <source>Info and worse</source>
        <translation>Infos et plus grave</translation>
    </message>
    <message>
        <source>Debug and worse</source>
        <translation>Débogage et plus grave</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Suivre</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Garder la ligne la plus récente en vue</translation>
    </message>
    <message>
        <source>&amp;Jump to end</source>
        <translation>Aller à &amp;la fin</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>&amp;Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <source>Whole line</source>
        <translation>Ligne complète</translation>
    </message>
    <message>
        <source>Select a line to read all of it here.</source>
        <translation>Sélectionnez une ligne pour la lire ici en entier.</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>Aucun journal pour l’instant</translation>
    </message>
    <message>
        <source>Select a machine to see its log.</source>
        <translation>Sélectionnez une machine pour voir son journal.</translation>
    </message>
    <message>
        <source>The log file was not opened.</source>
        <translation>Le fichier journal n’a pas été ouvert.</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>Le bureau ne connaît aucun programme pour %1.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Le fichier %1 n’existe pas.</translation>
    </message>
    <message>
        <source>Select lines to copy first.</source>
        <translation>Sélectionnez d’abord des lignes à copier.</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Copier les lignes sélectionnées</translation>
    </message>
    <message>
        <source>There are no lines.</source>
        <translation>Il n’y a aucune ligne.</translation>
    </message>
    <message>
        <source>Show the newest line and follow</source>
        <translation>Afficher la ligne la plus récente et suivre</translation>
    </message>
    <message>
        <source>There is no log file yet.</source>
        <translation>Il n’y a pas encore de fichier journal.</translation>
    </message>
    <message>
        <source>Open the file with the desktop&apos;s program for it</source>
        <translation>Ouvrir le fichier avec le programme prévu par le bureau</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Aucune machine sélectionnée</translation>
    </message>
    <message>
        <source>The log level of this machine is “Off”: its engine writes no log.</source>
        <translation>Le niveau de journalisation de cette machine est «&#x202f;Désactivé&#x202f;»&#xa0;: son moteur n’écrit pas de journal.</translation>
    </message>
    <message>
        <source>The engine writes its log here once the machine is started.</source>
        <translation>Le moteur écrit son journal ici une fois la machine démarrée.</translation>
    </message>
    <message>
        <source>No line matches the filter (%1 in all).</source>
        <translation>Aucune ligne ne correspond au filtre (%1 au total).</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 lignes sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Machine</name>
    <message>
        <source>What runs could not be recorded.</source>
        <translation>Ce qui est en marche n’a pas pu être noté.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>Impossible d’écrire le fichier %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>Un autre gestionnaire est en train de la démarrer.</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>La machine est en cours de démarrage.</translation>
    </message>
    <message>
        <source>The machine is running already.</source>
        <translation>La machine est déjà en marche.</translation>
    </message>
    <message>
        <source>The machine is not running.</source>
        <translation>La machine n’est pas en marche.</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>La machine est en cours d’arrêt.</translation>
    </message>
    <message>
        <source>The engine does not answer. The machine can only be forced to stop.</source>
        <translation>Le moteur ne répond pas. Seul un arrêt forcé de la machine est possible.</translation>
    </message>
    <message>
        <source>The machine is paused already.</source>
        <translation>La machine est déjà suspendue.</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>La machine est suspendue.</translation>
    </message>
    <message>
        <source>The machine is not paused.</source>
        <translation>La machine n’est pas suspendue.</translation>
    </message>
    <message>
        <source>A change is being made.</source>
        <translation>Une modification est en cours.</translation>
    </message>
    <message>
        <source>The machine has to be stopped first.</source>
        <translation>La machine doit d’abord être arrêtée.</translation>
    </message>
    <message>
        <source>“%1” was not paused.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été suspendue.</translation>
    </message>
    <message>
        <source>“%1” was not resumed.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été reprise.</translation>
    </message>
    <message>
        <source>Ctrl-Alt-Del was not sent to “%1”.</source>
        <translation>Ctrl-Alt-Suppr n’a pas été envoyé à «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>“%1” was not stopped.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été arrêtée.</translation>
    </message>
    <message>
        <source>“%1” was not restarted.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été redémarrée.</translation>
    </message>
    <message>
        <source>Resumed, so that the guest can power off</source>
        <translation>Reprise, afin que l’invité puisse s’éteindre</translation>
    </message>
    <message>
        <source>Waiting for the guest to power off</source>
        <translation>Attente de l’extinction de l’invité</translation>
    </message>
    <message>
        <source>“%1” could not be resumed to power off.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas pu être reprise pour s’éteindre.</translation>
    </message>
    <message>
        <source>It is forced to stop when the time is over.</source>
        <translation>Son arrêt sera forcé une fois le délai écoulé.</translation>
    </message>
    <message>
        <source>The guest of “%1” could not be asked to power off.</source>
        <translation>L’invité de «&#x202f;%1&#x202f;» n’a pas pu recevoir la demande d’extinction.</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>Fermeture du moteur</translation>
    </message>
    <message>
        <source>Stopping “%1” was not cancelled.</source>
        <translation>L’arrêt de «&#x202f;%1&#x202f;» n’a pas été annulé.</translation>
    </message>
    <message>
        <source>The engine is being ended already.</source>
        <translation>Le moteur est déjà en cours de fermeture.</translation>
    </message>
    <message>
        <source>The machine is not being stopped.</source>
        <translation>La machine n’est pas en cours d’arrêt.</translation>
    </message>
    <message>
        <source>“%1” was not started.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été démarrée.</translation>
    </message>
    <message>
        <source>Another manager has started it.</source>
        <translation>Un autre gestionnaire l’a démarrée.</translation>
    </message>
    <message>
        <source>Its configuration has sections that this engine does not support: %1.</source>
        <translation>Sa configuration a des sections que ce moteur ne prend pas en charge&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Remove them from the configuration.</source>
        <translation>Retirez-les de la configuration.</translation>
    </message>
    <message>
        <source>It has no kernel.</source>
        <translation>Elle n’a pas de noyau.</translation>
    </message>
    <message>
        <source>Choose a kernel.</source>
        <translation>Choisissez un noyau.</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>Un autre processus (%1) écoute sur le socket API de la machine.</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>Mettez fin à ce processus, puis démarrez à nouveau la machine.</translation>
    </message>
    <message>
        <source>Waiting for the checks of this host</source>
        <translation>Attente des vérifications de cet hôte</translation>
    </message>
    <message>
        <source>The checks of this host did not end in time.</source>
        <translation>Les vérifications de cet hôte ne se sont pas terminées à temps.</translation>
    </message>
    <message>
        <source>Another manager is starting it, or %1 cannot be written to.</source>
        <translation>Un autre gestionnaire est en train de la démarrer, ou %1 n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>The engine’s process cannot be watched.</source>
        <translation>Le processus du moteur ne peut pas être surveillé.</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>La machine est arrêtée.</translation>
    </message>
    <message>
        <source>Could not start: %1</source>
        <translation>Démarrage impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>The drive “%1” was not changed.</source>
        <translation>Le disque «&#x202f;%1&#x202f;» n’a pas été modifié.</translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>The drive keeps its old settings. All other changes are saved.</source>
        <translation>Le disque garde ses anciens réglages. Toutes les autres modifications sont enregistrées.</translation>
    </message>
    <message>
        <source>The running machine was not changed.</source>
        <translation>La machine en marche n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>The engine ended meanwhile.</source>
        <translation>Le moteur s’est terminé entre-temps.</translation>
    </message>
    <message>
        <source>The changes are saved and hold from the next start on.</source>
        <translation>Les modifications sont enregistrées et valent à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Attaching to the running engine</source>
        <translation>Rattachement au moteur en marche</translation>
    </message>
    <message>
        <source>Process %1 listens on the machine’s API socket, but %2 cannot be read.</source>
        <translation>Le processus %1 écoute sur le socket API de la machine, mais %2 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>What ran could not be told: %1 was not readable.</source>
        <translation>Impossible de savoir ce qui était en marche&#xa0;: %1 n’était pas lisible.</translation>
    </message>
    <message>
        <source>Could not start: the manager ended while it was starting the machine.</source>
        <translation>Démarrage impossible&#xa0;: le gestionnaire s’est terminé pendant le démarrage de la machine.</translation>
    </message>
    <message>
        <source>Stopped unexpectedly: the host was restarted.</source>
        <translation>Arrêt inattendu&#xa0;: l’hôte a été redémarré.</translation>
    </message>
    <message>
        <source>Stopped unexpectedly. %1</source>
        <translation>Arrêt inattendu. %1</translation>
    </message>
    <message>
        <source>Stopped unexpectedly while no manager was running.</source>
        <translation>Arrêt inattendu alors qu’aucun gestionnaire n’était en marche.</translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket; the engine is process %2.</source>
        <translation>Un autre processus (%1) écoute sur le socket API de la machine&#x202f;; le moteur est le processus %2.</translation>
    </message>
    <message>
        <source>The engine ended while it was being started.</source>
        <translation>Le moteur s’est terminé pendant son démarrage.</translation>
    </message>
    <message>
        <source>It was forced to stop.</source>
        <translation>Son arrêt a été forcé.</translation>
    </message>
    <message>
        <source>It was stopped from elsewhere.</source>
        <translation>Elle a été arrêtée depuis un autre endroit.</translation>
    </message>
    <message>
        <source>“%1” ended unexpectedly.</source>
        <translation>«&#x202f;%1&#x202f;» s’est terminée de façon inattendue.</translation>
    </message>
    <message>
        <source>The engine ended by itself. Its exit status is not known, because another manager had started it.</source>
        <translation>Le moteur s’est terminé de lui-même. Son statut de sortie n’est pas connu, car un autre gestionnaire l’avait démarré.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Le moteur ne répond pas.</translation>
    </message>
    <message>
        <source>The manager ended while it was starting the machine.</source>
        <translation>Le gestionnaire s’est terminé pendant le démarrage de la machine.</translation>
    </message>
    <message>
        <source>The network interface “%1” was not changed.</source>
        <translation>L’interface réseau «&#x202f;%1&#x202f;» n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>The interface keeps its old limits.</source>
        <translation>L’interface garde ses anciennes limites.</translation>
    </message>
    <message>
        <source>It was stopped before it ran.</source>
        <translation>Elle a été arrêtée avant d’avoir démarré.</translation>
    </message>
    <message>
        <source>%1 lies on another file system than the machine’s folder, and the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 se trouve sur un autre système de fichiers que le dossier de la machine, et la prison du moteur, créée au démarrage, ne le montre pas.</translation>
    </message>
    <message>
        <source>%1 lies where the engine’s jail, which was made at the start, does not show it.</source>
        <translation>%1 se trouve là où la prison du moteur, créée au démarrage, ne le montre pas.</translation>
    </message>
    <message>
        <source>The drive keeps its old file.</source>
        <translation>Le disque garde son ancien fichier.</translation>
    </message>
    <message>
        <source>Stop the machine and make the change then, or move the file to the file system of the machine’s folder.</source>
        <translation>Arrêtez la machine et faites alors le changement, ou déplacez le fichier sur le système de fichiers du dossier de la machine.</translation>
    </message>
    <message>
        <source>Its jail cannot be made on this host. %1</source>
        <translation>Sa prison ne peut pas être créée sur cet hôte. %1</translation>
    </message>
    <message>
        <source>%1 Or let the machine run without a jail, on its Jail page.</source>
        <translation>%1 Ou faites fonctionner la machine sans prison, sur sa page Prison.</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, and the machine is to run without one.</source>
        <translation>Un réseau en mode utilisateur nécessite la prison sans root, et la machine doit fonctionner sans prison.</translation>
    </message>
    <message>
        <source>The emulator has no user-mode network.</source>
        <translation>L&apos;émulateur n&apos;a pas de réseau en mode utilisateur.</translation>
    </message>
    <message>
        <source>Choose the rootless jail on its Jail page, or a TAP device on its Network page.</source>
        <translation>Choisissez la prison sans root sur sa page Prison, ou un périphérique TAP sur sa page Réseau.</translation>
    </message>
    <message>
        <source>Remove the interface on the machine’s Network page.</source>
        <translation>Retirez l&apos;interface sur la page Réseau de la machine.</translation>
    </message>
    <message>
        <source>A user-mode network needs passt, which needs user namespaces of its own: it cannot be had in a jail by root’s leave.</source>
        <translation>Un réseau en mode utilisateur demande passt, qui demande ses propres espaces de noms utilisateur : une prison avec l’accord de root ne peut pas en avoir.</translation>
    </message>
    <message>
        <source>Choose a TAP device on its Network page, or the rootless jail on its Jail page.</source>
        <translation>Choisissez un périphérique TAP sur sa page Réseau, ou la prison sans root sur sa page Prison.</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way or was interrupted.</source>
        <translation>La restauration d’un instantané est en cours ou a été interrompue.</translation>
    </message>
    <message>
        <source>Try again in a moment: an interrupted one is undone by itself.</source>
        <translation>Réessayer dans un instant : une restauration interrompue est annulée d’elle-même.</translation>
    </message>
    <message>
        <source>The engine was ended by signal %1 (%2).</source>
        <translation>Le moteur a été interrompu par le signal %1 (%2).</translation>
    </message>
    <message>
        <source>The guest has powered off or rebooted.</source>
        <translation>L’invité s’est éteint ou a redémarré.</translation>
    </message>
    <message>
        <source>The emulator’s helper machine failed.</source>
        <translation>La machine auxiliaire de l’émulateur a échoué.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 148: a system call that is not allowed.</source>
        <translation>Le moteur s’est terminé avec le code de sortie 148&#xa0;: un appel système non autorisé.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 149: memory of it could not be read or written.</source>
        <translation>Le moteur s’est terminé avec le code de sortie 149&#xa0;: une partie de sa mémoire n’a pas pu être lue ou écrite.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 150: an invalid memory access.</source>
        <translation>Le moteur s’est terminé avec le code de sortie 150&#xa0;: un accès mémoire non valide.</translation>
    </message>
    <message>
        <source>The engine ended with exit code 153: it does not know its command line.</source>
        <translation>Le moteur s’est terminé avec le code de sortie 153&#xa0;: il ne reconnaît pas sa ligne de commande.</translation>
    </message>
    <message>
        <source>The engine ended with exit code %1.</source>
        <translation>Le moteur s’est terminé avec le code de sortie %1.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineActions</name>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Export configuration…</source>
        <translation>Exporter la configuration…</translation>
    </message>
    <message>
        <source>Open directory</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Aucune machine n’est sélectionnée.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and reason</comment>
        <translation>%1&#xa0;: %2</translation>
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
        <translation>Rechercher des machines</translation>
    </message>
    <message>
        <source>Looks at names, groups, tags and notes (Ctrl+F)</source>
        <translation>Cherche dans les noms, groupes, étiquettes et notes (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter by state and tag</source>
        <translation>Filtrer par état et étiquette</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>Créer une machine…</translation>
    </message>
    <message>
        <source>Create a machine (Ctrl+N)</source>
        <translation>Créer une machine (Ctrl+N)</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No machine matches the search and the filter.</source>
        <translation>Aucune machine ne correspond à la recherche et au filtre.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Filter by state and tag: on</source>
        <translation>Filtrer par état et étiquette&#xa0;: actif</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
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
            <numerusform>Groupe %1, %n machine</numerusform>
            <numerusform>Groupe %1, %n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineStore</name>
    <message>
        <source>The machine was not copied.</source>
        <translation>La machine n’a pas été copiée.</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>Cette machine n’existe plus.</translation>
    </message>
    <message>
        <source>“%1” was not copied.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été copiée.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>It is running, so its disks change while they are copied.</source>
        <translation>Elle est en marche, ses disques changeraient donc pendant la copie.</translation>
    </message>
    <message>
        <source>Stop the machine first.</source>
        <translation>Arrêtez d’abord la machine.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Le fichier %1 n’existe pas.</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>Copier «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Its disks are being copied.</source>
        <translation>Ses disques sont en cours de copie.</translation>
    </message>
    <message>
        <source>The machine was not deleted.</source>
        <translation>La machine n’a pas été supprimée.</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été supprimée.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Elle est en marche.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>The machine was deleted meanwhile.</source>
        <translation>La machine a été supprimée entre-temps.</translation>
    </message>
    <message>
        <source>The machine was not restored.</source>
        <translation>La machine n’a pas été restaurée.</translation>
    </message>
    <message>
        <source>It is not in the trash any more.</source>
        <translation>Elle n’est plus dans la corbeille.</translation>
    </message>
    <message>
        <source>It is still in the trash.</source>
        <translation>Elle est toujours dans la corbeille.</translation>
    </message>
    <message>
        <source>The machine was not deleted for good.</source>
        <translation>La machine n’a pas été supprimée définitivement.</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 n’a pas été importé.</translation>
    </message>
    <message>
        <source>Choose a Firecracker configuration file (JSON).</source>
        <translation>Choisissez un fichier de configuration Firecracker (JSON).</translation>
    </message>
    <message>
        <source>It is not a JSON document: %1.</source>
        <translation>Ce n’est pas un document JSON&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>«&#x202f;%1&#x202f;» est présent deux fois.</translation>
    </message>
    <message>
        <source>It is not a machine&apos;s configuration: %1.</source>
        <translation>Ce n’est pas la configuration d’une machine&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The section “%1” is kept, but this version cannot use it.</source>
        <translation>La section «&#x202f;%1&#x202f;» est conservée, mais cette version ne peut pas l’utiliser.</translation>
    </message>
    <message>
        <source>“%1” is not known to this version and was left out.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas connu de cette version et a été omis.</translation>
    </message>
    <message>
        <source>Relative paths were taken from %1: %2.</source>
        <translation>Les chemins relatifs ont été pris à partir de %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” was not exported to %2.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas été exportée vers %2.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The folder has no machine.json.</source>
        <translation>Le dossier ne contient pas de machine.json.</translation>
    </message>
    <message>
        <source>It is the definition of machine %1 but lies in the folder of %2.</source>
        <translation>C’est la définition de la machine %1, mais elle se trouve dans le dossier de %2.</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is used up; changes by other programs may not be seen. Raise fs.inotify.max_user_watches.</source>
        <translation>La limite de dossiers surveillés du système est atteinte&#x202f;; les modifications faites par d’autres programmes peuvent passer inaperçues. Augmentez fs.inotify.max_user_watches.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>The settings of “%1” were not saved.</source>
        <translation>Les réglages de «&#x202f;%1&#x202f;» n’ont pas été enregistrés.</translation>
    </message>
    <message>
        <source>The file has its old content.</source>
        <translation>Le fichier a gardé son ancien contenu.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Le dossier ne peut pas être créé.</translation>
    </message>
    <message>
        <source>The machine “%1” was not made.</source>
        <translation>La machine «&#x202f;%1&#x202f;» n’a pas été créée.</translation>
    </message>
    <message>
        <source>“%1” is no machine id.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un ID de machine.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Another program has changed %1 meanwhile.</source>
        <translation>Un autre programme a modifié %1 entre-temps.</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>Le fichier a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Look at the settings as they are now, then make your change again.</source>
        <translation>Consultez les réglages actuels, puis refaites votre modification.</translation>
    </message>
    <message>
        <source>A machine must have a name.</source>
        <translation>Une machine doit avoir un nom.</translation>
    </message>
    <message>
        <source>The name is taken, or has surplus blanks.</source>
        <translation>Le nom est déjà pris, ou contient des espaces superflus.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose another disk for the machine, or delete it.</source>
        <translation>Choisissez un autre disque pour la machine, ou supprimez-la.</translation>
    </message>
    <message>
        <source>Its disk could not be made.</source>
        <translation>Son disque n’a pas pu être créé.</translation>
    </message>
    <message>
        <source>Its disk is still being made.</source>
        <translation>Son disque est encore en cours de création.</translation>
    </message>
    <message>
        <source>Another program is still making its disk.</source>
        <translation>Un autre programme est encore en train de créer son disque.</translation>
    </message>
    <message>
        <source>Making its disk was interrupted.</source>
        <translation>La création de son disque a été interrompue.</translation>
    </message>
    <message>
        <source>The vsock’s socket will lie in the machine’s folder instead of being %1.</source>
        <translation>Le socket du vsock sera placé dans le dossier de la machine au lieu d’être %1.</translation>
    </message>
    <message>
        <source>A restore of a snapshot is under way.</source>
        <translation>La restauration d’un instantané est en cours.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineView</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Pages of the machine</source>
        <translation>Pages de la machine</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Plus d’actions</translation>
    </message>
    <message>
        <source>Force now</source>
        <translation>Forcer maintenant</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Laisser en marche</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · emulated, slow</source>
        <comment>state and size</comment>
        <translation>%1 · émulée, lente</translation>
    </message>
    <message numerus="yes">
        <source>The guest was asked to shut down. It will be forced in %n second(s).</source>
        <translation>
            <numerusform>L’arrêt a été demandé à l’invité. Il sera forcé dans %n seconde.</numerusform>
            <numerusform>L’arrêt a été demandé à l’invité. Il sera forcé dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration has changed. Some of it counts from the next start.</source>
        <translation>La configuration a changé. Une partie n’est valable qu’à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantanés</translation>
    </message>
    <message>
        <source>Jail</source>
        <translation>Prison</translation>
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
        <translation>Aucune machine pour l’instant</translation>
    </message>
    <message>
        <source>Create a microVM from your own kernel and disk, or try the demo: a stock Debian kernel with a small root file system, ready in about a minute.</source>
        <translation>Créez une microVM à partir de vos propres noyau et disque, ou essayez la démonstration&#xa0;: un noyau Debian standard avec un petit système de fichiers racine, prêt en une minute environ.</translation>
    </message>
    <message>
        <source>Create machine…</source>
        <translation>Créer une machine…</translation>
    </message>
    <message>
        <source>Try the demo machine</source>
        <translation>Essayer la machine de démonstration</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Aucune machine sélectionnée</translation>
    </message>
    <message>
        <source>Select a machine in the list to see it, or several to start or stop them together.</source>
        <translation>Sélectionnez une machine dans la liste pour la voir, ou plusieurs pour les démarrer ou les arrêter ensemble.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Create machine…</source>
        <translation>&amp;Créer une machine…</translation>
    </message>
    <message>
        <source>Try the &amp;demo machine</source>
        <translation>Essayer la machine de &amp;démonstration</translation>
    </message>
    <message>
        <source>&amp;Import configuration…</source>
        <translation>&amp;Importer une configuration…</translation>
    </message>
    <message>
        <source>De&amp;leted machines…</source>
        <translation>Machines &amp;supprimées…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Machines keep running.</source>
        <translation>Les machines restent en marche.</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Machine</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Search machines</source>
        <translation>&amp;Rechercher des machines</translation>
    </message>
    <message>
        <source>Go to the &amp;list</source>
        <translation>Aller à la &amp;liste</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Sparkler</source>
        <translation>À &amp;propos de Sparkler</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) selected</source>
        <translation>
            <numerusform>%n machine sélectionnée</numerusform>
            <numerusform>%n machines sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running. They go on when this window is closed.</source>
        <translation>
            <numerusform>%n machine en marche. Elle continue après la fermeture de cette fenêtre.</numerusform>
            <numerusform>%n machines en marche. Elles continuent après la fermeture de cette fenêtre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Import a Firecracker configuration file</source>
        <translation>Importer un fichier de configuration Firecracker</translation>
    </message>
    <message>
        <source>Configuration files (*.json);;All files (*)</source>
        <translation>Fichiers de configuration (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The configuration was imported, with remarks.</source>
        <translation>La configuration a été importée, avec des remarques.</translation>
    </message>
    <message>
        <source>Export as a Firecracker configuration file</source>
        <translation>Exporter en fichier de configuration Firecracker</translation>
    </message>
    <message>
        <source>Configuration files (*.json)</source>
        <translation>Fichiers de configuration (*.json)</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>«&#x202f;%1&#x202f;» a été supprimée.</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were deleted.</source>
        <translation>
            <numerusform>%n machine a été supprimée.</numerusform>
            <numerusform>%n machines ont été supprimées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Changes to the hardware of a machine are not applied. Close and lose them?</source>
        <translation>Des modifications du matériel d’une machine ne sont pas appliquées. Fermer et les perdre&#x202f;?</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MakeTapDialog</name>
    <message>
        <source>What will run</source>
        <translation>Ce qui sera exécuté</translation>
    </message>
    <message>
        <source>In a terminal</source>
        <translation>Dans un terminal</translation>
    </message>
    <message>
        <source>Make the device %1</source>
        <translation>Créer le périphérique %1</translation>
    </message>
    <message>
        <source>Take the device %1 away</source>
        <translation>Supprimer le périphérique %1</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Connecter à</translation>
    </message>
    <message>
        <source>The &amp;host&apos;s network, behind its address (NAT)</source>
        <translation>Le réseau de l’&amp;hôte, derrière son adresse (NAT)</translation>
    </message>
    <message>
        <source>A network of host and guest alone. The guest reaches what the host reaches; nobody reaches the guest from outside.</source>
        <translation>Un réseau réservé à l’hôte et à l’invité. L’invité atteint ce que l’hôte atteint&#x202f;; personne n’atteint l’invité de l’extérieur.</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>&amp;Réseau</translation>
    </message>
    <message>
        <source>Four addresses, of which the host gets the first and the guest the second.</source>
        <translation>Quatre adresses, dont la première revient à l’hôte et la deuxième à l’invité.</translation>
    </message>
    <message>
        <source>A &amp;bridge</source>
        <translation>Un &amp;pont</translation>
    </message>
    <message>
        <source>Machines on one bridge are in one network. It is made if it is not there.</source>
        <translation>Les machines d’un même pont sont dans un même réseau. Il est créé s’il n’existe pas.</translation>
    </message>
    <message>
        <source>Na&amp;me of the bridge</source>
        <translation>No&amp;m du pont</translation>
    </message>
    <message>
        <source>&amp;Nothing yet</source>
        <translation>Rie&amp;n pour l’instant</translation>
    </message>
    <message>
        <source>The device alone: you connect it yourself.</source>
        <translation>Le périphérique seul&#xa0;: vous le connectez vous-même.</translation>
    </message>
    <message>
        <source>These commands, as administrator, one after the other.</source>
        <translation>Ces commandes, en tant qu’administrateur, l’une après l’autre.</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>Le script</translation>
    </message>
    <message>
        <source>The script in full</source>
        <translation>Le script en entier</translation>
    </message>
    <message>
        <source>Or type this instead of letting the manager run it.</source>
        <translation>Ou saisissez ceci au lieu de laisser le gestionnaire l’exécuter.</translation>
    </message>
    <message>
        <source>&amp;Run as administrator</source>
        <translation>E&amp;xécuter en tant qu’administrateur</translation>
    </message>
    <message>
        <source>The script network/make-tap of Sparkler&apos;s resources is missing.</source>
        <translation>Le script network/make-tap manque dans les ressources de Sparkler.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Exécution en cours.</translation>
    </message>
    <message>
        <source>This host has no pkexec to ask for the administrator&apos;s password. Use the command for a terminal.</source>
        <translation>Cet hôte n’a pas pkexec pour demander le mot de passe de l’administrateur. Utilisez la commande pour un terminal.</translation>
    </message>
    <message>
        <source>It would not work; see what is said above.</source>
        <translation>Cela ne fonctionnerait pas&#x202f;; voir ce qui est indiqué ci-dessus.</translation>
    </message>
    <message>
        <source>Make the network device %1</source>
        <translation>Créer le périphérique réseau %1</translation>
    </message>
    <message>
        <source>Take the network device %1 away</source>
        <translation>Supprimer le périphérique réseau %1</translation>
    </message>
    <message>
        <source>The device %1 was not made.</source>
        <translation>Le périphérique %1 n’a pas été créé.</translation>
    </message>
    <message>
        <source>The device %1 is still there.</source>
        <translation>Le périphérique %1 est toujours là.</translation>
    </message>
    <message>
        <source>Nothing was changed on this host.</source>
        <translation>Rien n’a été modifié sur cet hôte.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MemoryView</name>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Balloon target</source>
        <translation>Cible du ballon</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>Ballon</translation>
    </message>
    <message>
        <source>QEMU, resident on the host</source>
        <translation>QEMU, résident sur l’hôte</translation>
    </message>
    <message>
        <source>Resident on the host</source>
        <translation>Résident sur l’hôte</translation>
    </message>
    <message>
        <source>This machine runs emulated: its engine is inside a helper machine, and what the host holds is QEMU with all of that helper machine, which has more memory than the guest.</source>
        <translation>Cette machine est émulée&#xa0;: son moteur se trouve dans une machine auxiliaire, et ce que l’hôte détient est QEMU avec toute cette machine auxiliaire, qui a plus de mémoire que l’invité.</translation>
    </message>
    <message>
        <source>Resident is what the host holds for the engine&apos;s process; nearly all of it is memory that the guest has touched and the balloon has not given back.</source>
        <translation>Est résident ce que l’hôte détient pour le processus du moteur&#x202f;; c’est presque entièrement de la mémoire que l’invité a touchée et que le ballon n’a pas rendue.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MergeOperation</name>
    <message>
        <source>The snapshot was not made full.</source>
        <translation>L’instantané n’a pas été rendu complet.</translation>
    </message>
    <message>
        <source>Putting the memory together</source>
        <translation>Reconstitution de la mémoire</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>Aucune métrique pour l’instant</translation>
    </message>
    <message>
        <source>Select a machine to see its metrics.</source>
        <translation>Sélectionnez une machine pour voir ses métriques.</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>&amp;Graphiques</translation>
    </message>
    <message>
        <source>&amp;All counters</source>
        <translation>&amp;Tous les compteurs</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Aucune machine sélectionnée</translation>
    </message>
    <message>
        <source>Waiting for the first sample</source>
        <translation>En attente de la première mesure</translation>
    </message>
    <message>
        <source>The engine is asked once a second.</source>
        <translation>Le moteur est interrogé une fois par seconde.</translation>
    </message>
    <message>
        <source>%1 Metrics appear here while it runs.</source>
        <comment>why there are none</comment>
        <translation>%1 Les métriques apparaissent ici lorsqu’elle est en marche.</translation>
    </message>
    <message>
        <source>%1 The plots end with its last run.</source>
        <translation>%1 Les graphiques s’arrêtent à la fin de sa dernière exécution.</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>&amp;Copier en CSV</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Parts of the metrics</source>
        <translation>Parties des métriques</translation>
    </message>
    <message>
        <source>&amp;Memory and balloon</source>
        <translation>Mém&amp;oire et ballon</translation>
    </message>
    <message>
        <source>Rate &amp;limits</source>
        <translation>&amp;Limites de débit</translation>
    </message>
    <message>
        <source>Export metrics as CSV</source>
        <translation>Exporter les métriques en CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The metrics were written to %1.</source>
        <translation>Les métriques ont été écrites dans %1.</translation>
    </message>
    <message>
        <source>The metrics were not written to %1: %2</source>
        <translation>Les métriques n’ont pas été écrites dans %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The metrics are on the clipboard.</source>
        <translation>Les métriques sont dans le presse-papiers.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Il n’y a encore rien à exporter.</translation>
    </message>
    <message>
        <source>The metrics are being written.</source>
        <translation>Les métriques sont en cours d’écriture.</translation>
    </message>
    <message>
        <source>Write what is in sight to a file (Ctrl+Shift+E)</source>
        <translation>Écrire ce qui est affiché dans un fichier (Ctrl+Maj+E)</translation>
    </message>
    <message>
        <source>Copy what is in sight to the clipboard (Ctrl+Shift+C)</source>
        <translation>Copier ce qui est affiché dans le presse-papiers (Ctrl+Maj+C)</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsDataCard</name>
    <message>
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
    <message>
        <source>What the machine starts with: an object. A running machine gets it by the buttons below.</source>
        <translation>Ce avec quoi la machine démarre&#xa0;: un objet. Une machine en marche le reçoit par les boutons ci-dessous.</translation>
    </message>
    <message>
        <source>Metadata (JSON)</source>
        <translation>Métadonnées (JSON)</translation>
    </message>
    <message>
        <source>Nothing. For instance: { &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</source>
        <translation>Rien. Par exemple&#xa0;: { &quot;latest&quot;: { &quot;meta-data&quot;: { &quot;name&quot;: &quot;web-1&quot; } } }</translation>
    </message>
    <message>
        <source>Metadata as a tree</source>
        <translation>Métadonnées sous forme d’arbre</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>Mettre en f&amp;orme</translation>
    </message>
    <message>
        <source>&amp;Get from the machine</source>
        <translation>&amp;Lire depuis la machine</translation>
    </message>
    <message>
        <source>P&amp;ut into the machine</source>
        <translation>Pla&amp;cer dans la machine</translation>
    </message>
    <message>
        <source>&amp;Patch the machine&apos;s</source>
        <translation>F&amp;usionner dans la machine</translation>
    </message>
    <message>
        <source>Line 1, column 1: the metadata has to be an object, { … }.</source>
        <translation>Ligne 1, colonne 1&#xa0;: les métadonnées doivent être un objet, { … }.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes, without spaces</source>
        <translation>%1 octets sur %2, sans espaces</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>Il n’y a pas de texte à envoyer.</translation>
    </message>
    <message>
        <source>Indents the text</source>
        <translation>Indente le texte</translation>
    </message>
    <message>
        <source>Shows what the running machine&apos;s service has now</source>
        <translation>Affiche ce que contient actuellement le service de la machine en marche</translation>
    </message>
    <message>
        <source>Replaces what the running machine&apos;s service has by this text</source>
        <translation>Remplace par ce texte ce que contient le service de la machine en marche</translation>
    </message>
    <message>
        <source>Merges this text into what the running machine&apos;s service has; null takes a name away</source>
        <translation>Fusionne ce texte avec ce que contient le service de la machine en marche&#x202f;; null retire un nom</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsGuestCard</name>
    <message>
        <source>As the guest sees it</source>
        <translation>Vu par l’invité</translation>
    </message>
    <message>
        <source>The service is off: the guest gets no answer.</source>
        <translation>Le service est désactivé&#xa0;: l’invité ne reçoit pas de réponse.</translation>
    </message>
    <message>
        <source>Commands for the guest</source>
        <translation>Commandes pour l’invité</translation>
    </message>
    <message>
        <source>Worked out here from the text above, with the rules of the engine&apos;s service; the guest is not asked.</source>
        <translation>Déterminé ici à partir du texte ci-dessus, selon les règles du service du moteur&#x202f;; l’invité n’est pas interrogé.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Avec un jeton</translation>
    </message>
    <message>
        <source>Without a token</source>
        <translation>Sans jeton</translation>
    </message>
    <message>
        <source>With an expired token</source>
        <translation>Avec un jeton expiré</translation>
    </message>
    <message>
        <source>Seconds that a token is to live</source>
        <translation>Durée de vie d’un jeton en secondes</translation>
    </message>
    <message>
        <source>A token for (&amp;seconds)</source>
        <translation>Un jeton pour (&amp;secondes)</translation>
    </message>
    <message>
        <source>Pa&amp;th</source>
        <translation>Chem&amp;in</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Accept: application/json</source>
        <translation>Accept: application/json</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>status and type</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>status and answer</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>To try it in the guest: the first line gets a token, which lives for 300 seconds; the second shows it in the header X-metadata-token and asks for the path. The guest needs a route to the address: ip route add %1 dev eth0.</source>
        <translation>Pour l’essayer dans l’invité&#xa0;: la première ligne obtient un jeton, valable 300 secondes&#x202f;; la seconde le présente dans l’en-tête X-metadata-token et demande le chemin. L’invité a besoin d’une route vers l’adresse&#xa0;: ip route add %1 dev eth0.</translation>
    </message>
    <message>
        <source>To try it in the guest. It needs a route to the address: ip route add %1 dev eth0.</source>
        <translation>Pour l’essayer dans l’invité. Il a besoin d’une route vers l’adresse&#xa0;: ip route add %1 dev eth0.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsPage</name>
    <message>
        <source>No machine is selected.</source>
        <translation>Aucune machine n’est sélectionnée.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Le moteur ne répond pas.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>En attente de la réponse…</translation>
    </message>
    <message>
        <source>The machine runs: changes here apply at its next start.</source>
        <translation>La machine est en marche&#xa0;: les modifications faites ici prendront effet à son prochain démarrage.</translation>
    </message>
    <message>
        <source>This is what the machine&apos;s service has.</source>
        <translation>Voici ce que contient le service de la machine.</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is merged with this text.</source>
        <translation>Les métadonnées de la machine ont été fusionnées avec ce texte.</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata is this text now.</source>
        <translation>Les métadonnées de la machine sont maintenant ce texte.</translation>
    </message>
    <message>
        <source>The machine&apos;s metadata stays as it was.</source>
        <translation>Les métadonnées de la machine restent telles quelles.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MmdsServiceForm</name>
    <message>
        <source>Metadata service</source>
        <translation>Service de métadonnées</translation>
    </message>
    <message>
        <source>The guest can &amp;ask for metadata at an address of its network</source>
        <translation>L’invité peut &amp;demander des métadonnées à une adresse de son réseau</translation>
    </message>
    <message>
        <source>Plain text even for those who ask for &amp;JSON, as EC2 does</source>
        <translation>Texte brut même pour ceux qui demandent du &amp;JSON, comme le fait EC2</translation>
    </message>
    <message>
        <source>Version 2: with a token</source>
        <translation>Version 2&#xa0;: avec un jeton</translation>
    </message>
    <message>
        <source>Version 1: without (deprecated)</source>
        <translation>Version 1&#xa0;: sans jeton (obsolète)</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Interfaces</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Interface %1</translation>
    </message>
    <message>
        <source>The machine has no network interface. Add one on the network page first.</source>
        <translation>La machine n’a pas d’interface réseau. Ajoutez-en d’abord une sur la page Réseau.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::NetworkPage</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The machine runs: rate limits change at once, everything else at the next start.</source>
        <translation>La machine est en marche&#xa0;: les limites de débit changent immédiatement, tout le reste au prochain démarrage.</translation>
    </message>
    <message>
        <source>The machine runs emulated: the helper machine around it has no network devices of this host, so a start with network interfaces fails.</source>
        <translation>La machine est émulée&#xa0;: la machine auxiliaire qui l’entoure n’a aucun périphérique réseau de cet hôte, un démarrage avec des interfaces réseau échoue donc.</translation>
    </message>
    <message>
        <source>Interface “%1”: %2</source>
        <translation>Interface «&#x202f;%1&#x202f;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>The rate limits of “%1” are what they were.</source>
        <translation>Les limites de débit de «&#x202f;%1&#x202f;» sont de nouveau celles d’avant.</translation>
    </message>
    <message>
        <source>The rate limits of “%1” apply now.</source>
        <translation>Les limites de débit de «&#x202f;%1&#x202f;» prennent effet maintenant.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>A user-mode network needs the rootless jail, which the machine is not to have: choose it on the Jail page, or a start fails.</source>
        <translation>Un réseau en mode utilisateur nécessite la prison sans root, que la machine n&apos;a pas : choisissez-la sur la page Prison, sinon le démarrage échoue.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Aucune machine sélectionnée</translation>
    </message>
    <message>
        <source>Select a machine, or create one.</source>
        <translation>Sélectionnez une machine, ou créez-en une.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Exécution sur</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation>Arguments de démarrage</translation>
    </message>
    <message>
        <source>Copy path: %1</source>
        <translation>Copier le chemin&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open folder: %1</source>
        <translation>Ouvrir le dossier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Files and sockets</source>
        <translation>Fichiers et sockets</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>API socket</source>
        <translation>Socket API</translation>
    </message>
    <message>
        <source>Console socket</source>
        <translation>Socket de console</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Aucun groupe</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Groupe</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>What this machine is for</source>
        <translation>À quoi sert cette machine</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notes</translation>
    </message>
    <message>
        <source>Saved when you leave the field.</source>
        <translation>Enregistré lorsque vous quittez le champ.</translation>
    </message>
    <message numerus="yes">
        <source>of %n vCPU(s)</source>
        <comment>processor use</comment>
        <translation>
            <numerusform>de %n vCPU</numerusform>
            <numerusform>de %n vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>resident, helper machine included</source>
        <translation>résidents, machine auxiliaire comprise</translation>
    </message>
    <message>
        <source>resident, of %1 for the guest</source>
        <translation>résidents, sur %1 pour l’invité</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Emulated: works without KVM, many times slower</source>
        <translation>Émulée&#xa0;: fonctionne sans KVM, beaucoup plus lentement</translation>
    </message>
    <message>
        <source>Local KVM: this host&apos;s processor</source>
        <translation>KVM local&#xa0;: le processeur de cet hôte</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>Known when the machine runs</source>
        <translation>Connu lorsque la machine est en marche</translation>
    </message>
    <message>
        <source>The engine&apos;s default</source>
        <translation>Par défaut du moteur</translation>
    </message>
    <message>
        <source>This machine has no drives. Add one under Hardware.</source>
        <translation>Cette machine n’a aucun disque. Ajoutez-en un sous Matériel.</translation>
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
        <translation>Le dossier n’a pas été ouvert.</translation>
    </message>
    <message>
        <source>The desktop knows no program for %1.</source>
        <translation>Le bureau ne connaît aucun programme pour %1.</translation>
    </message>
    <message>
        <source>There is no folder %1 yet.</source>
        <translation>Le dossier %1 n’existe pas encore.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PathField</name>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>Parcourir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotControls</name>
    <message>
        <source>Last minute</source>
        <translation>Dernière minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>5 dernières minutes</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>15 dernières minutes</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Time shown in the plots</source>
        <translation>Durée affichée dans les graphiques</translation>
    </message>
    <message>
        <source>Resume plots</source>
        <translation>Reprendre les graphiques</translation>
    </message>
    <message>
        <source>Pause plots</source>
        <translation>Suspendre les graphiques</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotPlan</name>
    <message>
        <source>Read</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Flush</source>
        <translation>Vidage (flush)</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Port in</source>
        <translation>Port, entrée</translation>
    </message>
    <message>
        <source>Port out</source>
        <translation>Port, sortie</translation>
    </message>
    <message>
        <source>MMIO read</source>
        <translation>Lecture MMIO</translation>
    </message>
    <message>
        <source>MMIO write</source>
        <translation>Écriture MMIO</translation>
    </message>
    <message>
        <source>From the guest</source>
        <translation>Depuis l’invité</translation>
    </message>
    <message>
        <source>To the guest</source>
        <translation>Vers l’invité</translation>
    </message>
    <message>
        <source>all drives</source>
        <translation>tous les disques</translation>
    </message>
    <message>
        <source>all interfaces</source>
        <translation>toutes les interfaces</translation>
    </message>
    <message>
        <source>Drive throughput, %1</source>
        <translation>Débit des disques, %1</translation>
    </message>
    <message>
        <source>Drive operations, %1</source>
        <translation>Opérations des disques, %1</translation>
    </message>
    <message>
        <source>Network throughput, %1</source>
        <translation>Débit réseau, %1</translation>
    </message>
    <message>
        <source>Network packets, %1</source>
        <translation>Paquets réseau, %1</translation>
    </message>
    <message>
        <source>Held back by rate limiters</source>
        <translation>Retenues par les limiteurs de débit</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>vCPU exits</source>
        <translation>Sorties des vCPU</translation>
    </message>
    <message>
        <source>Serial console</source>
        <translation>Console série</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>Interruptions</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Déclenchées</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Opérations</translation>
    </message>
    <message>
        <source>Latency, average</source>
        <translation>Latence, moyenne</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Retenues</translation>
    </message>
    <message>
        <source>By rate limiter</source>
        <translation>Par le limiteur de débit</translation>
    </message>
    <message>
        <source>By full I/O queue</source>
        <translation>Par la file d’E/S pleine</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <source>Latency of sending, average</source>
        <translation>Latence d’envoi, moyenne</translation>
    </message>
    <message>
        <source>TAP write</source>
        <translation>Écriture TAP</translation>
    </message>
    <message>
        <source>No guest buffer</source>
        <translation>Aucun tampon de l’invité</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Coupées</translation>
    </message>
    <message>
        <source>Inflating and deflating</source>
        <translation>Gonflage et dégonflage</translation>
    </message>
    <message>
        <source>Inflate</source>
        <translation>Gonflage</translation>
    </message>
    <message>
        <source>Deflate</source>
        <translation>Dégonflage</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Given back to the host</source>
        <translation>Rendu à l’hôte</translation>
    </message>
    <message>
        <source>By reporting</source>
        <translation>Par signalement (reporting)</translation>
    </message>
    <message>
        <source>By hinting</source>
        <translation>Par indication (hinting)</translation>
    </message>
    <message>
        <source>Random data</source>
        <translation>Données aléatoires</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Traitées</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Trames</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Sorties</translation>
    </message>
    <message>
        <source>Time for an exit, average</source>
        <translation>Temps d’une sortie, moyenne</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>Octets par seconde</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Durées</translation>
    </message>
    <message>
        <source>Time taken per second</source>
        <translation>Temps passé par seconde</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Événements par seconde</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::PlotScale</name>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
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
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>Aff&amp;icher&#xa0;:</translation>
    </message>
    <message>
        <source>Plots of</source>
        <translation>Graphiques de</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Chosen counters</source>
        <translation>Compteurs choisis</translation>
    </message>
    <message>
        <source>Those that are ticked under “All counters”</source>
        <translation>Ceux qui sont cochés sous «&#x202f;Tous les compteurs&#x202f;»</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>Latences</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Engine process</source>
        <translation>Processus du moteur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>Résident</translation>
    </message>
    <message>
        <source>now %1 on average</source>
        <translation>actuellement %1 en moyenne</translation>
    </message>
    <message>
        <source>since the start %1</source>
        <translation>depuis le démarrage %1</translation>
    </message>
    <message>
        <source>shortest %1, longest %2</source>
        <translation>la plus courte %1, la plus longue %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Failures were counted: %1</source>
        <translation>Échecs comptés&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ProofCard</name>
    <message>
        <source>proven from /proc</source>
        <translation>prouvé par /proc</translation>
    </message>
    <message>
        <source>weaker than promised</source>
        <translation>plus faible que promis</translation>
    </message>
    <message>
        <source>promised, but /proc does not tell</source>
        <translation>promis, mais /proc ne le dit pas</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RateLimiterEditor</name>
    <message>
        <source>Limit bandwidth</source>
        <translation>Limiter la bande passante</translation>
    </message>
    <message>
        <source>Limit operations</source>
        <translation>Limiter les opérations</translation>
    </message>
    <message>
        <source>Edit token buckets directly</source>
        <translation>Modifier directement les seaux à jetons</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Readiness</name>
    <message>
        <source>You may not use /dev/kvm.</source>
        <translation>Vous n’avez pas le droit d’utiliser /dev/kvm.</translation>
    </message>
    <message>
        <source>Join the group “kvm”, then log out and in again.</source>
        <translation>Rejoignez le groupe «&#x202f;kvm&#x202f;», puis déconnectez-vous et reconnectez-vous.</translation>
    </message>
    <message>
        <source>Switch on virtualisation in the firmware (VT-x or AMD-V), or nested virtualisation if this host is a virtual machine itself. Without it machines run emulated, slowly.</source>
        <translation>Activez la virtualisation dans le micrologiciel (VT-x ou AMD-V), ou la virtualisation imbriquée si cet hôte est lui-même une machine virtuelle. Sans elle, les machines sont émulées, lentement.</translation>
    </message>
    <message>
        <source>Machines can run emulated instead, slowly.</source>
        <translation>Les machines peuvent être émulées à la place, lentement.</translation>
    </message>
    <message>
        <source>KVM can run stock kernels.</source>
        <translation>KVM peut exécuter des noyaux standard.</translation>
    </message>
    <message numerus="yes">
        <source>KVM did not answer within %n second(s).</source>
        <translation>
            <numerusform>KVM n’a pas répondu en %n seconde.</numerusform>
            <numerusform>KVM n’a pas répondu en %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>KVM is there, but cannot run a stock kernel: %1</source>
        <translation>KVM est présent, mais ne peut pas exécuter un noyau standard&#xa0;: %1</translation>
    </message>
    <message>
        <source>KVM cannot be used: %1</source>
        <translation>KVM ne peut pas être utilisé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Whether KVM works could not be found out: sparkler-kvm-probe failed. %1</source>
        <translation>Impossible de savoir si KVM fonctionne&#xa0;: sparkler-kvm-probe a échoué. %1</translation>
    </message>
    <message>
        <source>There is no /dev/kvm on this host.</source>
        <translation>Il n’y a pas de /dev/kvm sur cet hôte.</translation>
    </message>
    <message>
        <source>KVM is there. Whether it can run stock kernels is not known: sparkler-kvm-probe was not found.</source>
        <translation>KVM est présent. On ne sait pas s’il peut exécuter des noyaux standard&#xa0;: sparkler-kvm-probe est introuvable.</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine.</source>
        <translation>Installez Sparkler en entier, ou choisissez le moteur.</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>Le programme sparkler-engine est introuvable.</translation>
    </message>
    <message>
        <source>Version %1, API level %2: %3</source>
        <translation>Version %1, niveau d’API %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 is Firecracker %2, not Sparkler’s engine: machines have no console here.</source>
        <translation>%1 est Firecracker %2, et non le moteur de Sparkler&#xa0;: les machines n’ont pas de console ici.</translation>
    </message>
    <message>
        <source>%1 does not run: %2</source>
        <translation>%1 ne fonctionne pas&#xa0;: %2</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Trouvé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The free space for %1 is not known.</source>
        <translation>L’espace libre pour %1 n’est pas connu.</translation>
    </message>
    <message>
        <source>Only %1 are free for machines in %2.</source>
        <translation>Seuls %1 sont libres pour les machines dans %2.</translation>
    </message>
    <message>
        <source>%1 are free for machines.</source>
        <translation>%1 sont libres pour les machines.</translation>
    </message>
    <message>
        <source>Free some space, or set XDG_DATA_HOME to a folder on a larger disk.</source>
        <translation>Libérez de l’espace, ou définissez XDG_DATA_HOME sur un dossier d’un disque plus grand.</translation>
    </message>
    <message>
        <source>The paths of the sockets are short enough.</source>
        <translation>Les chemins des sockets sont assez courts.</translation>
    </message>
    <message numerus="yes">
        <source>The paths of the machines’ sockets in %1 are %n byte(s) too long for the system.</source>
        <translation>
            <numerusform>Les chemins des sockets des machines dans %1 dépassent de %n octet la limite du système.</numerusform>
            <numerusform>Les chemins des sockets des machines dans %1 dépassent de %n octets la limite du système.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set XDG_DATA_HOME to a folder with a shorter path.</source>
        <translation>Définissez XDG_DATA_HOME sur un dossier au chemin plus court.</translation>
    </message>
    <message>
        <source>Machines can run emulated.</source>
        <translation>Les machines peuvent être émulées.</translation>
    </message>
    <message>
        <source>The program qemu-system-x86_64 was not found.</source>
        <translation>Le programme qemu-system-x86_64 est introuvable.</translation>
    </message>
    <message>
        <source>Sparkler’s emulator was not found.</source>
        <translation>L’émulateur de Sparkler est introuvable.</translation>
    </message>
    <message>
        <source>Install QEMU to run machines without KVM.</source>
        <translation>Installez QEMU pour exécuter des machines sans KVM.</translation>
    </message>
    <message>
        <source>Install Sparkler completely.</source>
        <translation>Installez Sparkler en entier.</translation>
    </message>
    <message>
        <source>Not needed, since KVM can be used.</source>
        <translation>Pas nécessaire, car KVM peut être utilisé.</translation>
    </message>
    <message>
        <source>Hardware virtualisation</source>
        <translation>Virtualisation matérielle</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Jailer</source>
        <translation>Jailer</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Espace disque</translation>
    </message>
    <message>
        <source>Socket paths</source>
        <translation>Chemins des sockets</translation>
    </message>
    <message>
        <source>Emulator</source>
        <translation>Émulateur</translation>
    </message>
    <message>
        <source>The program sparkler-jailer was not found.</source>
        <translation>Le programme sparkler-jailer est introuvable.</translation>
    </message>
    <message>
        <source>%1 is no program.</source>
        <translation>%1 n&apos;est pas un programme.</translation>
    </message>
    <message>
        <source>The program passt was not found; machines can have no user-mode network.</source>
        <translation>Le programme passt est introuvable ; les machines ne peuvent pas avoir de réseau en mode utilisateur.</translation>
    </message>
    <message>
        <source>Install passt.</source>
        <translation>Installez passt.</translation>
    </message>
    <message>
        <source>User namespaces</source>
        <translation>Espaces de noms utilisateur</translation>
    </message>
    <message>
        <source>User-mode network</source>
        <translation>Réseau en mode utilisateur</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Groupes de contrôle</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ReadinessStrip</name>
    <message>
        <source>Copy command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation>Ouvrir les paramètres…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveOperation</name>
    <message>
        <source>The snapshot was not removed.</source>
        <translation>L’instantané n’a pas été supprimé.</translation>
    </message>
    <message>
        <source>Making a diff full (%1 of %2)</source>
        <translation>Complément d’un différentiel (%1 sur %2)</translation>
    </message>
    <message>
        <source>All snapshots are still there.</source>
        <translation>Tous les instantanés sont toujours là.</translation>
    </message>
    <message>
        <source>The snapshots are being removed.</source>
        <translation>Les instantanés sont en cours de suppression.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Suppression</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveSnapshotDialog</name>
    <message>
        <source>Delete “%1”</source>
        <translation>Supprimer « %1 »</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>No other snapshot needs it. Machines that were made from it stay: they have copies of their own.</source>
        <translation>Aucun autre instantané n’en a besoin. Les machines qui en sont issues restent : elles ont leurs propres copies.</translation>
    </message>
    <message>
        <source>These diffs are of no use without it: %1.</source>
        <comment>names of snapshots</comment>
        <translation>Ces différentiels sont inutilisables sans lui : %1.</translation>
    </message>
    <message>
        <source>What becomes of them</source>
        <translation>Que faire de ceux-ci</translation>
    </message>
    <message>
        <source>&amp;Keep them: make them full first</source>
        <translation>Les &amp;garder : les rendre complets d’abord</translation>
    </message>
    <message>
        <source>Their memory is put together. That takes time and space.</source>
        <translation>Leur mémoire est reconstituée. Cela demande du temps et de l’espace.</translation>
    </message>
    <message>
        <source>Delete &amp;them, too</source>
        <translation>Les supprimer &amp;aussi</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a snapshot</comment>
        <translation>« %1 »</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>snapshots</comment>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
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
        <translation>Rendus complets d’abord : %1.</translation>
    </message>
    <message>
        <source>Deleted: %1.</source>
        <comment>names of snapshots</comment>
        <translation>Supprimés : %1.</translation>
    </message>
    <message>
        <source>This frees %1 at most, and cannot be undone.</source>
        <comment>size</comment>
        <translation>Cela libère au plus %1 et ne peut pas être annulé.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RequestForm</name>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>Env&amp;oyer</translation>
    </message>
    <message>
        <source>Body (JSON)</source>
        <translation>Corps (JSON)</translation>
    </message>
    <message>
        <source>A path begins with “/”.</source>
        <translation>Un chemin commence par «&#x202f;/&#x202f;».</translation>
    </message>
    <message>
        <source>A path holds no blanks and only ASCII characters.</source>
        <translation>Un chemin ne contient pas d’espaces, et uniquement des caractères ASCII.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>En attente de la réponse…</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Return)</source>
        <translation>Envoyer la requête (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>JSON body, or nothing</source>
        <translation>Corps JSON, ou rien</translation>
    </message>
    <message>
        <source>GET requests have no body.</source>
        <translation>Les requêtes GET n’ont pas de corps.</translation>
    </message>
    <message>
        <source>The request goes straight to the engine. What it changes is not written to the machine&apos;s definition.</source>
        <translation>La requête va directement au moteur. Ce qu’elle modifie n’est pas écrit dans la définition de la machine.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ResourcesForm</name>
    <message>
        <source>Processors and memory</source>
        <translation>Processeurs et mémoire</translation>
    </message>
    <message>
        <source>Virtual &amp;CPUs</source>
        <translation>Pr&amp;ocesseurs virtuels</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Mem&amp;ory</source>
        <translation>Mémo&amp;ire</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>2 MiB, reserved on the host</source>
        <translation>2 MiB, réservées sur l’hôte</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparentes</translation>
    </message>
    <message>
        <source>Hu&amp;ge pages</source>
        <translation>Gran&amp;des pages</translation>
    </message>
    <message>
        <source>H&amp;yper-threading: the guest sees two threads a core</source>
        <translation>H&amp;yper-threading&#xa0;: l’invité voit deux threads par cœur</translation>
    </message>
    <message>
        <source>Track &amp;written pages, for incremental snapshots</source>
        <translation>Suivre les pages é&amp;crites, pour les instantanés incrémentiels</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreOperation</name>
    <message>
        <source>“%1” was not restored.</source>
        <translation>« %1 » n’a pas été restaurée.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Preparing memory and drives</source>
        <translation>Préparation de la mémoire et des disques</translation>
    </message>
    <message>
        <source>The machine is being started from the snapshot.</source>
        <translation>La machine est en cours de démarrage à partir de l’instantané.</translation>
    </message>
    <message>
        <source>The machine was removed meanwhile.</source>
        <translation>La machine a été supprimée entre-temps.</translation>
    </message>
    <message>
        <source>Ending the engine</source>
        <translation>Arrêt du moteur</translation>
    </message>
    <message>
        <source>Putting the drives back</source>
        <translation>Remise en place des disques</translation>
    </message>
    <message>
        <source>Its drives and settings are as before, and it is stopped.</source>
        <translation>Ses disques et ses réglages sont comme avant, et elle est arrêtée.</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>Chargement de l’instantané</translation>
    </message>
    <message>
        <source>Completing</source>
        <translation>Finalisation</translation>
    </message>
    <message>
        <source>Another manager is starting it.</source>
        <translation>Un autre gestionnaire est en train de la démarrer.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RestoreSnapshotDialog</name>
    <message>
        <source>Restore “%1”</source>
        <translation>Restaurer « %1 »</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>The machine goes back to “%1” of %2: its memory, its devices, its drives and its settings. Its name, group, tags and notes stay.</source>
        <translation>La machine revient à « %1 » du %2 : sa mémoire, ses périphériques, ses disques et ses réglages. Son nom, son groupe, ses étiquettes et ses notes restent.</translation>
    </message>
    <message>
        <source>Take a snapshot of the &amp;present state first</source>
        <translation>Prendre d’abord un instantané de l’état &amp;actuel</translation>
    </message>
    <message>
        <source>Let the guest &amp;go on afterwards</source>
        <translation>&amp;Laisser l’invité continuer ensuite</translation>
    </message>
    <message>
        <source>&amp;Note which memory the guest touches first</source>
        <translation>&amp;Noter quelle mémoire l’invité utilise d’abord</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Ce qui est perdu</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>Sur cet hôte</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>Later restores of this snapshot fetch that memory in large steps and are faster.</source>
        <translation>Les restaurations suivantes de cet instantané chargent cette mémoire par grands blocs et sont plus rapides.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Looking whether it can be restored here…</source>
        <translation>Vérification de la possibilité de le restaurer ici…</translation>
    </message>
    <message>
        <source>• %1</source>
        <comment>one of several sentences</comment>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Rien.</translation>
    </message>
    <message>
        <source>Processor, engine and files fit.</source>
        <translation>Le processeur, le moteur et les fichiers conviennent.</translation>
    </message>
    <message>
        <source>It cannot be restored as things are; see what is said above.</source>
        <translation>La restauration est impossible en l’état ; voir ci-dessus.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Runner</name>
    <message>
        <source>The engine could not be started.</source>
        <translation>Le moteur n’a pas pu être démarré.</translation>
    </message>
    <message>
        <source>The program sparkler-engine was not found.</source>
        <translation>Le programme sparkler-engine est introuvable.</translation>
    </message>
    <message>
        <source>Install Sparkler completely, or choose the engine in the settings.</source>
        <translation>Installez Sparkler en entier, ou choisissez le moteur dans les paramètres.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SerialForm</name>
    <message>
        <source>Serial port</source>
        <translation>Port série</translation>
    </message>
    <message>
        <source>Keep or &amp;slow down the serial port&apos;s output</source>
        <translation>Conserver ou &amp;ralentir la sortie du port série</translation>
    </message>
    <message>
        <source>File of the serial port</source>
        <translation>Fichier du port série</translation>
    </message>
    <message>
        <source>Limit output</source>
        <translation>Limiter la sortie</translation>
    </message>
    <message>
        <source>The engine&apos;s standard output</source>
        <translation>La sortie standard du moteur</translation>
    </message>
    <message>
        <source>A file in the machine&apos;s folder</source>
        <translation>Un fichier dans le dossier de la machine</translation>
    </message>
    <message>
        <source>A file or named pipe of yours</source>
        <translation>Un fichier ou tube nommé à vous</translation>
    </message>
    <message>
        <source>&amp;Output goes to</source>
        <translation>S&amp;ortie vers</translation>
    </message>
    <message>
        <source>The console page shows it all the same.</source>
        <translation>La page Console affiche tout malgré cela.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File or named pipe</source>
        <translation>Fichier ou tube nommé</translation>
    </message>
    <message>
        <source>F&amp;ile or pipe</source>
        <translation>F&amp;ichier ou tube</translation>
    </message>
    <message>
        <source>It has to be there. A pipe needs a reader.</source>
        <translation>Il doit déjà exister. Un tube a besoin d’un lecteur.</translation>
    </message>
    <message>
        <source>What a guest prints faster than this waits.</source>
        <translation>Ce qu’un invité affiche plus vite que cela attend.</translation>
    </message>
    <message>
        <source>Give the full path, from the root folder on.</source>
        <translation>Indiquez le chemin complet, à partir du dossier racine.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>C’est un dossier.</translation>
    </message>
    <message>
        <source>You may not write to this file.</source>
        <translation>Vous n’avez pas le droit d’écrire dans ce fichier.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SettingsDialog</name>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>This file is not a program.</source>
        <translation>Ce fichier n’est pas un programme.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problème</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>vérification</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Engine program</source>
        <translation>Programme du moteur</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Counts from the next start of Sparkler.</source>
        <translation>Prend effet au prochain démarrage de Sparkler.</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>&amp;Time to shut down</source>
        <translation>&amp;Délai d’arrêt</translation>
    </message>
    <message>
        <source>A guest that has not ended by then is stopped by force.</source>
        <translation>Un invité qui ne s’est pas arrêté d’ici là est arrêté de force.</translation>
    </message>
    <message>
        <source>&amp;Engine program</source>
        <translation>Programme du &amp;moteur</translation>
    </message>
    <message>
        <source>Leave empty to use the one that came with Sparkler. Counts from the next start.</source>
        <translation>Laisser vide pour utiliser celui fourni avec Sparkler. Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is checked and what was found</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Console: copy, paste</source>
        <translation>Console&#xa0;: copier, coller</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C, Ctrl+Shift+V</source>
        <translation>Ctrl+Maj+C, Ctrl+Maj+V</translation>
    </message>
    <message>
        <source>Console: search</source>
        <translation>Console&#xa0;: rechercher</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Maj+F</translation>
    </message>
    <message>
        <source>Console: leave with the keyboard</source>
        <translation>Console&#xa0;: quitter au clavier</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Tab</source>
        <translation>Ctrl+Maj+Tab</translation>
    </message>
    <message>
        <source>Console: text size</source>
        <translation>Console&#xa0;: taille du texte</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+-, Ctrl+0</source>
        <translation>Ctrl++, Ctrl+-, Ctrl+0</translation>
    </message>
    <message>
        <source>Plot: move the crosshair, pause</source>
        <translation>Graphique&#xa0;: déplacer le réticule, suspendre</translation>
    </message>
    <message>
        <source>Left, Right, Space</source>
        <translation>Gauche, Droite, Espace</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Metrics: export as CSV, copy as CSV</source>
        <translation>Métriques&#xa0;: exporter en CSV, copier en CSV</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E, Ctrl+Shift+C</source>
        <translation>Ctrl+Maj+E, Ctrl+Maj+C</translation>
    </message>
    <message>
        <source>Metrics: search the counters</source>
        <translation>Métriques&#xa0;: rechercher dans les compteurs</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Snapshots: take one, rename, delete</source>
        <translation>Instantanés : prendre, renommer, supprimer</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S, F2, Delete</source>
        <translation>Ctrl+Maj+S, F2, Suppr</translation>
    </message>
    <message>
        <source>Snapshots: search</source>
        <translation>Instantanés : rechercher</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDetails</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>Nom de l’instantané</translation>
    </message>
    <message>
        <source>Saved when you leave the field</source>
        <translation>Enregistré lorsque vous quittez le champ</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris le</translation>
    </message>
    <message>
        <source>Guest stood still</source>
        <translation>Invité figé</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Taille sur le disque</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Provient de</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Requis par</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>The console at that moment</source>
        <translation>La console à ce moment</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time and kind of snapshot</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Pendant %1</translation>
    </message>
    <message>
        <source>It was paused already</source>
        <translation>Il était déjà en pause</translation>
    </message>
    <message>
        <source>%1 (state %2)</source>
        <comment>size on disk</comment>
        <translation>%1 (état : %2)</translation>
    </message>
    <message>
        <source>%1 RAM · %2</source>
        <comment>memory and processors</comment>
        <translation>%1 de RAM · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
            <numerusform>%n vCPU</numerusform>
        </translation>
    </message>
    <message>
        <source>A start of the machine</source>
        <translation>Un démarrage de la machine</translation>
    </message>
    <message>
        <source>No other snapshot</source>
        <translation>Aucun autre instantané</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of snapshots</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Not verified in this session</source>
        <translation>Non vérifiés pendant cette session</translation>
    </message>
    <message>
        <source>Drive “%1”</source>
        <translation>Disque « %1 »</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size of a drive, and how it was copied</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It can be restored here: processor, engine and files fit.</source>
        <translation>Il peut être restauré ici : le processeur, le moteur et les fichiers conviennent.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDialog</name>
    <message>
        <source>Try it &amp;nevertheless: the guest may crash, or not go on at all</source>
        <translation>Essayer &amp;quand même : l’invité peut planter, ou ne pas reprendre du tout</translation>
    </message>
    <message>
        <source>Decide first whether to take the risk that is told above.</source>
        <translation>Décidez d’abord si vous prenez le risque indiqué ci-dessus.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotLibrary</name>
    <message>
        <source>Name and note were not changed.</source>
        <translation>Le nom et la note n’ont pas été modifiés.</translation>
    </message>
    <message>
        <source>A name has between 1 and %1 characters.</source>
        <translation>Un nom comporte de 1 à %1 caractères.</translation>
    </message>
    <message>
        <source>A note has %1 characters at most.</source>
        <translation>Une note comporte au plus %1 caractères.</translation>
    </message>
    <message>
        <source>The machine’s snapshots are still being read.</source>
        <translation>Les instantanés de la machine sont encore en cours de lecture.</translation>
    </message>
    <message>
        <source>Another task works on the machine’s snapshots: %1.</source>
        <translation>Une autre tâche travaille sur les instantanés de la machine : %1.</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>Cet instantané n’existe plus.</translation>
    </message>
    <message>
        <source>Its memory is not whole: a snapshot that it is a diff of is missing or damaged.</source>
        <translation>Sa mémoire est incomplète : un instantané dont il est le différentiel est absent ou endommagé.</translation>
    </message>
    <message>
        <source>Only a machine that runs or is paused can be snapshotted.</source>
        <translation>Seule une machine qui tourne ou est en pause peut faire l’objet d’un instantané.</translation>
    </message>
    <message>
        <source>The drive “%1” cannot be copied: %2 is not a regular file.</source>
        <translation>Le disque « %1 » ne peut pas être copié : %2 n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>A diff has what has changed since a snapshot that this engine made or was started from, and there is none. Make a full one first.</source>
        <translation>Un différentiel contient ce qui a changé depuis un instantané que ce moteur a pris ou à partir duquel il a démarré, et il n’y en a aucun. Prenez-en d’abord un complet.</translation>
    </message>
    <message>
        <source>With huge pages a diff needs the machine’s setting “track dirty pages”.</source>
        <translation>Avec de grandes pages, un différentiel nécessite le réglage « suivi des pages modifiées » de la machine.</translation>
    </message>
    <message>
        <source>There is no such machine any more.</source>
        <translation>Cette machine n’existe plus.</translation>
    </message>
    <message>
        <source>The machine is being started.</source>
        <translation>La machine est en cours de démarrage.</translation>
    </message>
    <message>
        <source>The machine is being stopped.</source>
        <translation>La machine est en cours d’arrêt.</translation>
    </message>
    <message>
        <source>It is full already.</source>
        <translation>Il est déjà complet.</translation>
    </message>
    <message numerus="yes">
        <source>%n diff(s) need it.</source>
        <translation>
            <numerusform>%n différentiel en a besoin.</numerusform>
            <numerusform>%n différentiels en ont besoin.</numerusform>
        </translation>
    </message>
    <message>
        <source>The memory of “%1” cannot be put together.</source>
        <translation>La mémoire de « %1 » ne peut pas être reconstituée.</translation>
    </message>
    <message>
        <source>A task works on it: %1.</source>
        <translation>Une tâche y travaille : %1.</translation>
    </message>
    <message>
        <source>Snapshot of “%1”</source>
        <translation>Instantané de « %1 »</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>Restaurer « %1 »</translation>
    </message>
    <message numerus="yes">
        <source>Start %n machine(s) from “%1”</source>
        <translation>
            <numerusform>Démarrer %n machine à partir de « %1 »</numerusform>
            <numerusform>Démarrer %n machines à partir de « %1 »</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a snapshot</source>
        <translation>Supprimer un instantané</translation>
    </message>
    <message>
        <source>Make a snapshot full</source>
        <translation>Rendre un instantané complet</translation>
    </message>
    <message>
        <source>Export a snapshot</source>
        <translation>Exporter un instantané</translation>
    </message>
    <message>
        <source>Another import is under way.</source>
        <translation>Une autre importation est en cours.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>Verify a snapshot</source>
        <translation>Vérifier un instantané</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotTreeModel</name>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and kind</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a snapshot or machine, and what it comes from</comment>
        <translation>%1, issu de %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris le</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Sur disque</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Disques</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotsPage</name>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No snapshot or machine has all of these words and is of this kind.</source>
        <translation>Aucun instantané ni aucune machine de ce type ne contient tous ces mots.</translation>
    </message>
    <message>
        <source>No snapshots yet</source>
        <translation>Aucun instantané pour l’instant</translation>
    </message>
    <message>
        <source>Take snapshot…</source>
        <translation>Prendre un instantané…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>&amp;Take snapshot…</source>
        <translation>&amp;Prendre un instantané…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Restaurer…</translation>
    </message>
    <message>
        <source>&amp;New machine…</source>
        <translation>&amp;Nouvelle machine…</translation>
    </message>
    <message>
        <source>Start &amp;clones…</source>
        <translation>Démarrer des &amp;clones…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Make &amp;full</source>
        <translation>Rendre &amp;complet</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>Reno&amp;mmer</translation>
    </message>
    <message>
        <source>Go to the machine</source>
        <translation>Aller à la machine</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>Rechercher dans les noms et les notes</translation>
    </message>
    <message>
        <source>Search snapshots</source>
        <translation>Rechercher des instantanés</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Full snapshots</source>
        <translation>Instantanés complets</translation>
    </message>
    <message>
        <source>Diffs</source>
        <translation>Différentiels</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Damaged ones</source>
        <translation>Éléments endommagés</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantanés</translation>
    </message>
    <message>
        <source>No machine selected</source>
        <translation>Aucune machine sélectionnée</translation>
    </message>
    <message>
        <source>Reading the snapshots…</source>
        <translation>Lecture des instantanés…</translation>
    </message>
    <message>
        <source>A snapshot keeps a machine&apos;s memory, devices and drives as they are at one moment. Go back to it whenever you like, or start any number of machines that go on from there within milliseconds.</source>
        <translation>Un instantané conserve la mémoire, les périphériques et les disques d’une machine tels qu’ils sont à un moment donné. Revenez-y quand vous voulez, ou démarrez autant de machines que vous voulez qui reprennent de là en quelques millisecondes.</translation>
    </message>
    <message>
        <source>This machine was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>Cette machine est issue de « %1 » de « %2 ».</translation>
    </message>
    <message>
        <source>Select a machine to see its snapshots.</source>
        <translation>Sélectionnez une machine pour voir ses instantanés.</translation>
    </message>
    <message>
        <source>This snapshot is damaged and cannot be restored.</source>
        <translation>Cet instantané est endommagé et ne peut pas être restauré.</translation>
    </message>
    <message>
        <source>It takes %1 on disk.</source>
        <translation>Il occupe %1 sur le disque.</translation>
    </message>
    <message>
        <source>The machine: %1.</source>
        <comment>its state</comment>
        <translation>La machine : %1.</translation>
    </message>
    <message>
        <source>It comes from no snapshot that is here.</source>
        <translation>Elle ne provient d’aucun instantané présent ici.</translation>
    </message>
    <message>
        <source>It comes from “%1”, which was taken or restored last.</source>
        <translation>Elle provient de « %1 », pris ou restauré en dernier.</translation>
    </message>
    <message>
        <source>It was made from “%1” of “%2”.</source>
        <comment>snapshot and machine</comment>
        <translation>Elle est issue de « %1 » de « %2 ».</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
    <message>
        <source>A machine of its own that was made from this snapshot.</source>
        <translation>Une machine indépendante issue de cet instantané.</translation>
    </message>
    <message>
        <source>It is in this state: %1.</source>
        <translation>Son état : %1.</translation>
    </message>
    <message>
        <source>No machine is selected.</source>
        <translation>Aucune machine n’est sélectionnée.</translation>
    </message>
    <message>
        <source>Select a snapshot first.</source>
        <translation>Sélectionnez d’abord un instantané.</translation>
    </message>
    <message>
        <source>It is damaged: %1</source>
        <translation>Il est endommagé : %1</translation>
    </message>
    <message>
        <source>Something is being done with the machine&apos;s snapshots already.</source>
        <translation>Une opération est déjà en cours sur les instantanés de la machine.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and reason</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Snapshot archives (*.tar.zst);;All files (*)</source>
        <translation>Archives d’instantanés (*.tar.zst);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>“%1” is full now and needs no other one.</source>
        <translation>« %1 » est maintenant complet et n’a plus besoin d’un autre.</translation>
    </message>
    <message>
        <source>Snapshot of %1</source>
        <comment>time</comment>
        <translation>Instantané du %1</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest stood still for %2.</source>
        <comment>snapshot and duration</comment>
        <translation>« %1 » est pris. L’invité est resté figé pendant %2.</translation>
    </message>
    <message>
        <source>“%1” is taken. The guest is still paused.</source>
        <translation>« %1 » est pris. L’invité est toujours en pause.</translation>
    </message>
    <message>
        <source>The machine is back at “%1” and goes on from there.</source>
        <translation>La machine est revenue à « %1 » et continue de là.</translation>
    </message>
    <message>
        <source>The machine is back at “%1”, paused.</source>
        <translation>La machine est revenue à « %1 », en pause.</translation>
    </message>
    <message>
        <source>Before going back to “%1”</source>
        <translation>Avant le retour à « %1 »</translation>
    </message>
    <message>
        <source>%1 clone</source>
        <comment>machine</comment>
        <translation>%1 clone</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) made from the snapshot.</source>
        <translation>
            <numerusform>%n machine créée à partir de l’instantané.</numerusform>
            <numerusform>%n machines créées à partir de l’instantané.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>« %1 » est supprimé.</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Exporter « %1 »</translation>
    </message>
    <message>
        <source>The snapshot is exported to %1.</source>
        <translation>L’instantané est exporté vers %1.</translation>
    </message>
    <message>
        <source>Import a snapshot</source>
        <translation>Importer un instantané</translation>
    </message>
    <message>
        <source>The machine “%1” is imported with its snapshot.</source>
        <translation>La machine « %1 » est importée avec son instantané.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Sparkline</name>
    <message>
        <source>Latest value %1</source>
        <translation>Dernière valeur %1</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Aucune valeur</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StartSequence</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Opération annulée.</translation>
    </message>
    <message>
        <source>Preparing files</source>
        <translation>Préparation des fichiers</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Démarrage du moteur</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Le moteur n’a pas pu être démarré.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s).</source>
        <translation>
            <numerusform>Il n’a pas répondu en %n seconde.</numerusform>
            <numerusform>Il n’a pas répondu en %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another process (%1) listens on the machine’s API socket.</source>
        <translation>Un autre processus (%1) écoute sur le socket API de la machine.</translation>
    </message>
    <message>
        <source>End that process, then start the machine again.</source>
        <translation>Mettez fin à ce processus, puis démarrez à nouveau la machine.</translation>
    </message>
    <message>
        <source>Configuring the engine</source>
        <translation>Configuration du moteur</translation>
    </message>
    <message>
        <source>The machine could not be configured.</source>
        <translation>La machine n’a pas pu être configurée.</translation>
    </message>
    <message>
        <source>Loading the snapshot</source>
        <translation>Chargement de l’instantané</translation>
    </message>
    <message>
        <source>The snapshot could not be loaded.</source>
        <translation>L’instantané n’a pas pu être chargé.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StateCard</name>
    <message>
        <source>The engine runs in a helper machine that is computed, not accelerated: everything works, many times slower.</source>
        <translation>Le moteur s’exécute dans une machine auxiliaire calculée, non accélérée&#xa0;: tout fonctionne, mais beaucoup plus lentement.</translation>
    </message>
    <message>
        <source>The engine runs on this host&apos;s processor through KVM.</source>
        <translation>Le moteur s’exécute sur le processeur de cet hôte, par KVM.</translation>
    </message>
    <message>
        <source>Up for %1</source>
        <translation>En marche depuis %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis le %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TagEditor</name>
    <message>
        <source>Add tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Étiquette %1</translation>
    </message>
    <message>
        <source>Press to remove</source>
        <translation>Appuyer pour retirer</translation>
    </message>
    <message>
        <source>Remove tag %1</source>
        <translation>Retirer l’étiquette %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TakeSnapshotDialog</name>
    <message>
        <source>Take a snapshot</source>
        <translation>Prendre un instantané</translation>
    </message>
    <message>
        <source>&amp;Take snapshot</source>
        <translation>&amp;Prendre l’instantané</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stands still while its memory is written and its drives are copied, and goes on afterwards.</source>
        <translation>Conserve la mémoire, les périphériques et les disques tels qu’ils sont maintenant. L’invité est figé pendant l’écriture de sa mémoire et la copie de ses disques, puis il continue.</translation>
    </message>
    <message>
        <source>Keeps memory, devices and drives as they are now. The guest stays paused.</source>
        <translation>Conserve la mémoire, les périphériques et les disques tels qu’ils sont maintenant. L’invité reste en pause.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>&amp;Full: the whole memory</source>
        <translation>&amp;Complet : toute la mémoire</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Can be restored by itself.</source>
        <translation>Peut être restauré à lui seul.</translation>
    </message>
    <message>
        <source>&amp;Diff: only what has changed</source>
        <translation>&amp;Différentiel : seulement ce qui a changé</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without the snapshot that it comes from.</source>
        <translation>Plus petit et plus rapide ; inutilisable sans l’instantané dont il provient.</translation>
    </message>
    <message>
        <source>Smaller and quicker; of no use without “%1”, which it comes from.</source>
        <translation>Plus petit et plus rapide ; inutilisable sans « %1 », dont il provient.</translation>
    </message>
    <message>
        <source>Drives and space</source>
        <translation>Disques et espace</translation>
    </message>
    <message>
        <source>%1: its file is missing</source>
        <translation>%1 : son fichier est absent</translation>
    </message>
    <message>
        <source>%1: read-only, is not copied</source>
        <comment>drive</comment>
        <translation>%1 : lecture seule, n’est pas copié</translation>
    </message>
    <message>
        <source>%1: copied by reflink, shares its blocks and needs no space now</source>
        <comment>drive</comment>
        <translation>%1 : copié par reflink, partage ses blocs et ne demande pas d’espace pour l’instant</translation>
    </message>
    <message>
        <source>%1: copied with its holes, needs %2</source>
        <comment>drive and size</comment>
        <translation>%1 : copié avec ses trous, demande %2</translation>
    </message>
    <message>
        <source>Looking at the drives…</source>
        <translation>Examen des disques…</translation>
    </message>
    <message>
        <source>The machine has no drives.</source>
        <translation>La machine n’a aucun disque.</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory, usually far less</source>
        <comment>size</comment>
        <translation>Demande au plus %1 pour la mémoire, généralement beaucoup moins</translation>
    </message>
    <message>
        <source>Needs at most %1 for the memory</source>
        <comment>size</comment>
        <translation>Demande au plus %1 pour la mémoire</translation>
    </message>
    <message>
        <source>%1, and %2 for the drives</source>
        <comment>what the memory needs, and a size</comment>
        <translation>%1, et %2 pour les disques</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. %2 are free.</source>
        <comment>what is needed, and a size</comment>
        <translation>%1. %2 sont libres.</translation>
    </message>
    <message>
        <source>There is not enough space for the drives. Free some first.</source>
        <translation>L’espace ne suffit pas pour les disques. Libérez-en d’abord.</translation>
    </message>
    <message>
        <source>The space may not be enough. Free some first.</source>
        <translation>L’espace pourrait ne pas suffire. Libérez-en d’abord.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskPanel</name>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Effacer les tâches terminées</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TaskRow</name>
    <message>
        <source>Copy the error report</source>
        <translation>Copier le rapport d’erreur</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button and task</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Annulation en cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Échec&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSearchBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>Respecter la &amp;casse</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Find in terminal</source>
        <translation>Rechercher dans le terminal</translation>
    </message>
    <message>
        <source>Return finds the match before, Shift+Return the next one. Esc closes.</source>
        <translation>Entrée trouve le résultat précédent, Maj+Entrée le suivant. Échap ferme.</translation>
    </message>
    <message>
        <source>Search result</source>
        <translation>Résultat de la recherche</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Started again from the other end</source>
        <translation>Recherche reprise depuis l’autre bout</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSurface</name>
    <message numerus="yes">
        <source>%n byte(s) of output left out</source>
        <translation>
            <numerusform>%n octet de sortie omis</numerusform>
            <numerusform>%n octets de sortie omis</numerusform>
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
        <translation>Tab est transmise à l’invité. Ctrl+Maj+Tab quitte le terminal.</translation>
    </message>
    <message>
        <source>Terminal history</source>
        <translation>Historique du terminal</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom arr&amp;ière</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Taille &amp;normale</translation>
    </message>
    <message>
        <source>Clear &amp;scrollback</source>
        <translation>Vider l’&amp;historique</translation>
    </message>
    <message>
        <source>Save &amp;log…</source>
        <translation>&amp;Enregistrer le journal…</translation>
    </message>
    <message>
        <source>Terminal menu</source>
        <translation>Menu du terminal</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalWidget</name>
    <message>
        <source>The log could not be saved to %1: %2. Choose another place.</source>
        <translation>Le journal n’a pas pu être enregistré dans %1&#xa0;: %2. Choisissez un autre emplacement.</translation>
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
        <translation> op/s</translation>
    </message>
    <message>
        <source>%1: rate</source>
        <translation>%1&#xa0;: débit</translation>
    </message>
    <message>
        <source> ops</source>
        <translation> op</translation>
    </message>
    <message>
        <source>%1: one-time burst</source>
        <translation>%1&#xa0;: rafale unique</translation>
    </message>
    <message>
        <source>%1: size in tokens</source>
        <translation>%1&#xa0;: taille en jetons</translation>
    </message>
    <message>
        <source>%1: refill time in milliseconds</source>
        <translation>%1&#xa0;: temps de recharge en millisecondes</translation>
    </message>
    <message>
        <source>%1: one-time burst in tokens</source>
        <translation>%1&#xa0;: rafale unique en jetons</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Limit to</source>
        <translation>Limiter à</translation>
    </message>
    <message>
        <source>one-time burst</source>
        <translation>rafale unique</translation>
    </message>
    <message>
        <source>Size (tokens)</source>
        <translation>Taille (jetons)</translation>
    </message>
    <message>
        <source>Refill time (ms)</source>
        <translation>Temps de recharge (ms)</translation>
    </message>
    <message>
        <source>One-time burst</source>
        <translation>Rafale unique</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms</source>
        <translation>taille %1 jetons, recharge %2 ms</translation>
    </message>
    <message>
        <source>size %1 tokens, refill %2 ms, one-time burst %3</source>
        <translation>taille %1 jetons, recharge %2 ms, rafale unique %3</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>%1 en moyenne</translation>
    </message>
    <message>
        <source>%1 on average, %2 on top once</source>
        <translation>%1 en moyenne, plus %2 une seule fois</translation>
    </message>
    <message>
        <source>Enter a rate above 0, or switch the limit off.</source>
        <translation>Saisissez un débit supérieur à 0, ou désactivez la limite.</translation>
    </message>
    <message>
        <source>Enter whole numbers from 0 to 18446744073709551615.</source>
        <translation>Saisissez des nombres entiers de 0 à 18446744073709551615.</translation>
    </message>
    <message>
        <source>With a size or refill time of 0 there is no limit.</source>
        <translation>Avec une taille ou un temps de recharge de 0, il n’y a pas de limite.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TrashDialog</name>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>Supprimer définitivement…</translation>
    </message>
    <message>
        <source>Deleted machines</source>
        <translation>Machines supprimées</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Taille sur disque</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) and their disks will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n machine et ses disques seront supprimés définitivement. Cette action est irréversible.</numerusform>
            <numerusform>%n machines et leurs disques seront supprimés définitivement. Cette action est irréversible.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted machines keep their disks until they are deleted permanently.</source>
        <translation>Les machines supprimées gardent leurs disques jusqu’à leur suppression définitive.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::UserNetworkCard</name>
    <message>
        <source>User-mode network</source>
        <translation>Réseau en mode utilisateur</translation>
    </message>
    <message>
        <source>Kernel argument for the guest&apos;s address</source>
        <translation>Argument du noyau pour l&apos;adresse de l&apos;invité</translation>
    </message>
    <message>
        <source>Commands for the guest&apos;s address</source>
        <translation>Commandes pour l&apos;adresse de l&apos;invité</translation>
    </message>
    <message>
        <source>Addresses of the forwarded ports</source>
        <translation>Adresses des ports redirigés</translation>
    </message>
    <message>
        <source>passt, a program of this host&apos;s, carries the guest&apos;s connections as your own: no root, no bridge, no TAP device. The guest reaches what you reach; it is reached through forwarded ports only.</source>
        <translation>passt, un programme de cet hôte, fait passer les connexions de l&apos;invité pour les vôtres : ni root, ni pont, ni périphérique TAP. L&apos;invité atteint ce que vous atteignez ; on ne l&apos;atteint que par des ports redirigés.</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has.</source>
        <translation>Par DHCP, l&apos;invité reçoit l&apos;adresse que cet hôte a lui-même.</translation>
    </message>
    <message>
        <source>By DHCP the guest gets the address that this host itself has: %1.</source>
        <translation>Par DHCP, l&apos;invité reçoit l&apos;adresse que cet hôte a lui-même : %1.</translation>
    </message>
    <message>
        <source>The boot arguments say how the guest gets its address: %1.</source>
        <translation>Les arguments de démarrage disent comment l&apos;invité obtient son adresse : %1.</translation>
    </message>
    <message>
        <source>Add the first line to the boot arguments, or type the others in the guest.</source>
        <translation>Ajoutez la première ligne aux arguments de démarrage, ou tapez les autres dans l&apos;invité.</translation>
    </message>
    <message>
        <source>No port is forwarded: edit the interface to add some.</source>
        <translation>Aucun port n&apos;est redirigé : modifiez l&apos;interface pour en ajouter.</translation>
    </message>
    <message>
        <source>While it runs, this machine is reached at:</source>
        <translation>Pendant son fonctionnement, cette machine est joignable à :</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerificationDialog</name>
    <message>
        <source>Do not restore it: the guest would go on with other memory or drives than it had. If there is an archive of it, import that.</source>
        <translation>Ne le restaurez pas : l’invité continuerait avec une mémoire ou des disques différents de ceux qu’il avait. S’il en existe une archive, importez-la.</translation>
    </message>
    <message>
        <source>Files of “%1”</source>
        <translation>Fichiers de « %1 »</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Files of the snapshot</source>
        <translation>Fichiers de l’instantané</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::VerifyOperation</name>
    <message>
        <source>The snapshot is not as it was made.</source>
        <translation>L’instantané n’est plus tel qu’il a été pris.</translation>
    </message>
    <message>
        <source>There is no such snapshot any more.</source>
        <translation>Cet instantané n’existe plus.</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Lecture des fichiers</translation>
    </message>
    <message>
        <source>Remove it, or put the files back from a copy.</source>
        <translation>Supprimez-le, ou remettez les fichiers à partir d’une copie.</translation>
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
        <translation>Des programmes de l’hôte et de l’invité peuvent se &amp;connecter sans réseau</translation>
    </message>
    <message>
        <source>Socket of the vsock</source>
        <translation>Socket du vsock</translation>
    </message>
    <message>
        <source>Commands for a connection to the guest</source>
        <translation>Commandes pour une connexion vers l’invité</translation>
    </message>
    <message>
        <source>Commands for a connection from the guest</source>
        <translation>Commandes pour une connexion depuis l’invité</translation>
    </message>
    <message>
        <source>Guest&apos;s context I&amp;D</source>
        <translation>I&amp;D de contexte de l’invité</translation>
    </message>
    <message>
        <source>The guest&apos;s own address, 3 or more. Every machine may have the same.</source>
        <translation>L’adresse propre à l’invité, 3 ou plus. Toutes les machines peuvent avoir la même.</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>To port %1 of the guest. CONNECT and the port are sent first and answered with OK and a number; then both ends are connected.</source>
        <translation>Vers le port %1 de l’invité. CONNECT et le port sont envoyés d’abord, et la réponse est OK et un nombre&#x202f;; ensuite, les deux extrémités sont connectées.</translation>
    </message>
    <message>
        <source>From the guest to port %1 of the host</source>
        <translation>De l’invité vers le port %1 de l’hôte</translation>
    </message>
    <message>
        <source>in the guest</source>
        <comment>before a command</comment>
        <translation>dans l’invité</translation>
    </message>
    <message>
        <source>on this host</source>
        <comment>before a command</comment>
        <translation>sur cet hôte</translation>
    </message>
    <message>
        <source>The machine runs emulated: its sockets are inside of the helper machine, out of this host&apos;s reach.</source>
        <translation>La machine est émulée&#xa0;: ses sockets sont à l’intérieur de la machine auxiliaire, hors de portée de cet hôte.</translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Workspace</name>
    <message>
        <source>Create demo machine</source>
        <translation>Créer la machine de démonstration</translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>Créer «&#x202f;%1&#x202f;»</translation>
    </message>
</context>
</TS>
