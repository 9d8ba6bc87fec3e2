#include "ctl/merge_patch.h"

namespace sparkler::gui {

QJsonObject mergePatch(QJsonObject target, const QJsonObject &patch)
{
    for (auto entry = patch.begin(); entry != patch.end(); ++entry) {
        if (entry->isNull())
            target.remove(entry.key());
        else if (entry->isObject())
            target.insert(entry.key(), mergePatch(target.value(entry.key()).toObject(), entry->toObject()));
        else
            target.insert(entry.key(), *entry);
    }
    return target;
}

} // namespace sparkler::gui
