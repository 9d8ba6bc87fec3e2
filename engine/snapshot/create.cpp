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

/// Both files, and what they hold of the dirty pages.
struct Files {
    AtomicFile state;
    AtomicFile memory;
    std::optional<DirtyBitmap> pages; ///< nothing while pages are not tracked
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
    if (const auto collected = machine.collectDirtyPages(); !collected)
        return prefixed("Cannot get dirty bitmap: ", collected.error());
    TRY(writeMemory(request, machine.memory(), memoryFile));

    auto files = std::make_shared<Files>(Files{std::move(stateFile), std::move(memoryFile), std::nullopt});
    if (DirtyBitmap *pages = machine.memory().dirtyPages())
        files->pages.emplace(pages->take());
    return Taken{.commit = [files] { return AtomicFile::commitTogether(files->memory, files->state); },
                 .undo =
                     [files](Machine &undone) {
                         if (files->pages)
                             undone.memory().dirtyPages()->merge(*files->pages);
                     }};
}

} // namespace sparkler::snapshot
