#include "app/settings.h"

#include <QSettings>

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

Settings Settings::load()
{
    const QSettings stored(settingsFile(), QSettings::IniFormat);
    Settings settings;
    static_cast<Preferences &>(settings) = Preferences::load();
    settings.theme = themeOf(stored.value(u"theme"_s).toString());
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
