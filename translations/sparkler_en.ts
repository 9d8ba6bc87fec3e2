<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HostLimits</name>
    <message numerus="yes">
        <source>More than this host&apos;s %n processor(s): the guest&apos;s will have to share them.</source>
        <translation>
            <numerusform>More than this host&apos;s %n processor: the guest&apos;s will have to share them.</numerusform>
            <numerusform>More than this host&apos;s %n processors: the guest&apos;s will have to share them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This host has %n processor(s).</source>
        <translation>
            <numerusform>This host has %n processor.</numerusform>
            <numerusform>This host has %n processors.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineText</name>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
            <numerusform>%n vCPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotText</name>
    <message numerus="yes">
        <source>%n shared</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n shared</numerusform>
            <numerusform>%n shared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n copied</numerusform>
            <numerusform>%n copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read-only</source>
        <comment>drives</comment>
        <translation>
            <numerusform>%n read-only</numerusform>
            <numerusform>%n read-only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CloneOperation</name>
    <message numerus="yes">
        <source>%n machine(s) were made before and run.</source>
        <translation>
            <numerusform>%n machine was made before and runs.</numerusform>
            <numerusform>%n machines were made before and run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CounterModel</name>
    <message numerus="yes">
        <source>%n failing</source>
        <comment>counters of a group</comment>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CountersView</name>
    <message numerus="yes">
        <source>%n counter(s) shown</source>
        <translation>
            <numerusform>%n counter shown</numerusform>
            <numerusform>%n counters shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <comment>counters</comment>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counting failures</source>
        <comment>counters</comment>
        <translation>
            <numerusform>%n counting failures</numerusform>
            <numerusform>%n counting failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuEditorCard</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>mistakes</comment>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuFeaturesCard</name>
    <message numerus="yes">
        <source>%n feature(s) shown</source>
        <translation>
            <numerusform>%n feature shown</numerusform>
            <numerusform>%n features shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuPage</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <comment>warnings</comment>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CpuTool</name>
    <message numerus="yes">
        <source>The tool gave no answer within %n second(s).</source>
        <translation>
            <numerusform>The tool gave no answer within %n second.</numerusform>
            <numerusform>The tool gave no answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::CreateSourcePage</name>
    <message numerus="yes">
        <source>A machine with %n drive(s).</source>
        <translation>
            <numerusform>A machine with %n drive.</numerusform>
            <numerusform>A machine with %n drives.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InspectorPage</name>
    <message numerus="yes">
        <source>A script of %n request(s) is on the clipboard.</source>
        <translation>
            <numerusform>A script of %n request is on the clipboard.</numerusform>
            <numerusform>A script of %n requests is on the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::InterfaceModel</name>
    <message numerus="yes">
        <source>%n port(s) forwarded</source>
        <translation>
            <numerusform>%n port forwarded</numerusform>
            <numerusform>%n ports forwarded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JailPage</name>
    <message numerus="yes">
        <source>%n thing(s) are weaker than promised. See the red rows.</source>
        <translation>
            <numerusform>%n thing is weaker than promised. See the red row.</numerusform>
            <numerusform>%n things are weaker than promised. See the red rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) cannot be proven: /proc does not tell.</source>
        <translation>
            <numerusform>%n promise cannot be proven: /proc does not tell.</numerusform>
            <numerusform>%n promises cannot be proven: /proc does not tell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n member }</numerusform>
            <numerusform>{ %n members }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n element(s) ]</source>
        <translation>
            <numerusform>[ %n element ]</numerusform>
            <numerusform>[ %n elements ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::LogsPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineModel</name>
    <message numerus="yes">
        <source>Group %1, %n machine(s)</source>
        <translation>
            <numerusform>Group %1, %n machine</numerusform>
            <numerusform>Group %1, %n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MachineView</name>
    <message numerus="yes">
        <source>The guest was asked to shut down. It will be forced in %n second(s).</source>
        <translation>
            <numerusform>The guest was asked to shut down. It will be forced in %n second.</numerusform>
            <numerusform>The guest was asked to shut down. It will be forced in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n machine(s) selected</source>
        <translation>
            <numerusform>%n machine selected</numerusform>
            <numerusform>%n machines selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running. They go on when this window is closed.</source>
        <translation>
            <numerusform>%n machine running. It goes on when this window is closed.</numerusform>
            <numerusform>%n machines running. They go on when this window is closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) were deleted.</source>
        <translation>
            <numerusform>%n machine was deleted.</numerusform>
            <numerusform>%n machines were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::OverviewPage</name>
    <message numerus="yes">
        <source>of %n vCPU(s)</source>
        <comment>processor use</comment>
        <translation>
            <numerusform>of %n vCPU</numerusform>
            <numerusform>of %n vCPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::Readiness</name>
    <message numerus="yes">
        <source>KVM did not answer within %n second(s).</source>
        <translation>
            <numerusform>KVM did not answer within %n second.</numerusform>
            <numerusform>KVM did not answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The paths of the machines’ sockets in %1 are %n byte(s) too long for the system.</source>
        <translation>
            <numerusform>The paths of the machines’ sockets in %1 are %n byte too long for the system.</numerusform>
            <numerusform>The paths of the machines’ sockets in %1 are %n bytes too long for the system.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::RemoveSnapshotDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>snapshots</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotDetails</name>
    <message numerus="yes">
        <source>%n vCPU(s)</source>
        <translation>
            <numerusform>%n vCPU</numerusform>
            <numerusform>%n vCPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotLibrary</name>
    <message numerus="yes">
        <source>%n diff(s) need it.</source>
        <translation>
            <numerusform>%n diff needs it.</numerusform>
            <numerusform>%n diffs need it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n machine(s) from “%1”</source>
        <translation>
            <numerusform>Start %n machine from “%1”</numerusform>
            <numerusform>Start %n machines from “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::SnapshotsPage</name>
    <message numerus="yes">
        <source>%n machine(s) made from the snapshot.</source>
        <translation>
            <numerusform>%n machine made from the snapshot.</numerusform>
            <numerusform>%n machines made from the snapshot.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::StartSequence</name>
    <message numerus="yes">
        <source>It did not answer within %n second(s).</source>
        <translation>
            <numerusform>It did not answer within %n second.</numerusform>
            <numerusform>It did not answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TerminalSurface</name>
    <message numerus="yes">
        <source>%n byte(s) of output left out</source>
        <translation>
            <numerusform>%n byte of output left out</numerusform>
            <numerusform>%n bytes of output left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkler::gui::TrashDialog</name>
    <message numerus="yes">
        <source>%n machine(s) and their disks will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n machine and its disks will be deleted for good. This cannot be undone.</numerusform>
            <numerusform>%n machines and their disks will be deleted for good. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
</TS>
