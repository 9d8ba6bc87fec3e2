#include "client/balloon.h"

#include "client/json_reader.h"

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

JsonResult<BalloonHinting> balloonHintingFromJson(const QJsonValue &value)
{
    constexpr quint64 kMaxCommand = std::numeric_limits<quint32>::max();
    QString error;
    json::ObjectReader reader(value, {}, error);
    BalloonHinting hinting;
    if (!reader.failed() && reader.require("host_cmd"_L1)) {
        reader.read("host_cmd"_L1, hinting.hostCommand, 0, kMaxCommand);
        if (reader.has("guest_cmd"_L1))
            reader.read("guest_cmd"_L1, hinting.guestCommand.emplace(), 0, kMaxCommand);
    }
    return json::result(hinting, error);
}

} // namespace sparkler::gui
