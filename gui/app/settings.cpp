#include "app/settings.h"

#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString themeName(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::Light:
        return u"light"_s;
    case ThemeMode::Dark:
        return u"dark"_s;
    case ThemeMode::System:
        break;
    }
    return u"system"_s;
}

ThemeMode themeOf(const QString &name)
{
    if (name == u"light"_s)
        return ThemeMode::Light;
    return name == u"dark"_s ? ThemeMode::Dark : ThemeMode::System;
}

} // namespace

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sparkler/sparkler.conf"_s;
}

Settings Settings::load()
{
    const QSettings stored(settingsFile(), QSettings::IniFormat);
    Settings settings;
    settings.theme = themeOf(stored.value(u"theme"_s).toString());
    settings.language = stored.value(u"language"_s).toString();
    settings.stopGrace = std::clamp(stored.value(u"stopGrace"_s, settings.stopGrace).toInt(), 5, 600);
    settings.enginePath = stored.value(u"enginePath"_s).toString();
    return settings;
}

void Settings::save() const
{
    QSettings stored(settingsFile(), QSettings::IniFormat);
    stored.setValue(u"theme"_s, themeName(theme));
    stored.setValue(u"language"_s, language);
    stored.setValue(u"stopGrace"_s, stopGrace);
    stored.setValue(u"enginePath"_s, enginePath);
}

} // namespace sparkler::gui
