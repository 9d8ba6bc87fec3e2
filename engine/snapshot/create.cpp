#include "snapshot/create.h"

#include "snapshot/atomic_file.h"
#include "snapshot/memory_file.h"
#include "snapshot/residency.h"
#include "snapshot/state_file.h"

#include <memory>

namespace sparkler::snapshot {
namespace {

Result<> writeMemory(const CreateRequest &request, const GuestMemory &memory, const AtomicFile &file)
{
    if (request.kind == Kind::Full)
        return writeFull(memory, file);
    if (const DirtyBitmap *pages = memory.dirtyPages())
        return writeDiff(memory, *pages, file);
    return writeDiff(memory, touchedPages(memory), file);
}

struct Files {
    AtomicFile state;
    AtomicFile memory;
};

} // namespace

Result<Taken> take(const CreateRequest &request, Machine &machine, const Resources &resources, const Maker &maker)
{
    const DataVersion version = request.version ? TRY(dataVersionOf(*request.version)) : newestDataVersion();
    auto runtime = machine.save();
    if (!runtime)
        return prefixed("Cannot save the microVM state: ", runtime.error());
    const MachineState state = resources.describe(std::move(*runtime));
    TRY(checkTarget(version, targetFacts(state)));
    const auto bytes = encodeState(state, version, originHere(maker.productVersion, maker.apiLevel));
    if (!bytes)
        return prefixed("Cannot serialize the microVM state: ", bytes.error());

    auto stateFile = TRY(AtomicFile::create(request.statePath, SnapshotFile::State));
    TRY(stateFile.append(*bytes));
    auto memoryFile = TRY(AtomicFile::create(request.memoryPath, SnapshotFile::Memory));
    TRY(AtomicFile::checkPair(memoryFile, stateFile)); // before the memory is written, which may take minutes
    if (const auto collected = machine.collectDirtyPages(); !collected)
        return prefixed("Cannot get dirty bitmap: ", collected.error());
    TRY(writeMemory(request, machine.memory(), memoryFile));

    // The files go with `commit` alone: what is left of them when it fails is gone before the client is told.
    const auto files = std::make_shared<Files>(Files{std::move(stateFile), std::move(memoryFile)});
    std::shared_ptr<const DirtyBitmap> pages; // null while they are not tracked
    if (DirtyBitmap *tracked = machine.memory().dirtyPages())
        pages = std::make_shared<const DirtyBitmap>(tracked->take());
    return Taken{.commit = [files] { return AtomicFile::commitTogether(files->memory, files->state); },
                 .undo =
                     [pages](Machine &undone) {
                         if (pages)
                             undone.memory().dirtyPages()->merge(*pages);
                     }};
}

} // namespace sparkler::snapshot
