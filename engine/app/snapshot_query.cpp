#include "app/snapshot_query.h"

#include "base/format.h"
#include "snapshot/state_file.h"

namespace sparkler {
namespace {

Result<std::string> versionText(const std::string &path)
{
    const snapshot::Description description = TRY(snapshot::describeState(path));
    const std::string_view version = TRY(snapshot::microVmVersionOf(description.dataVersion));
    return fmt::format("v{}\n", version);
}

} // namespace

std::expected<Information, StartFailure> describeSnapshot(const SnapshotQuery &query)
{
    auto text = versionText(query.path);
    if (!text)
        return std::unexpected(StartFailure{ExitCode::GenericError,
                                            "When printing Snapshot Data format: " + text.error().text,
                                            fmt::format("PrintSnapshotDataFormat({})", text.error().text)});
    return Information{std::move(*text)};
}

} // namespace sparkler
