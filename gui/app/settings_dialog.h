#pragma once

#include "app/settings.h"
#include "manager/workspace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace sparkler::gui {

class PathField;

/// What can be chosen, and the state of this host.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(const Settings &settings, Workspace *workspace, QWidget *parent = nullptr);

    Settings settings() const;

private:
    void fillReadiness();

    Workspace *m_workspace;
    QComboBox *m_theme;
    QComboBox *m_language;
    QSpinBox *m_grace;
    PathField *m_engine;
    QVBoxLayout *m_checks;
};

} // namespace sparkler::gui
