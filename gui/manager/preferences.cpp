#include "manager/preferences.h"

#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sparkler/sparkler.conf"_s;
}

Preferences Preferences::load()
{
    const QSettings stored(settingsFile(), QSettings::IniFormat);
    Preferences found;
    found.language = stored.value(u"language"_s).toString();
    found.stopGrace = std::clamp(stored.value(u"stopGrace"_s, found.stopGrace).toInt(), 5, 600);
    found.enginePath = stored.value(u"enginePath"_s).toString();
    return found;
}

} // namespace sparkler::gui
