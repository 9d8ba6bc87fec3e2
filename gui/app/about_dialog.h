#pragma once

class QWidget;

namespace sparkler::gui {

class Readiness;

/// Name, versions, licence.
void showAbout(Readiness *readiness, QWidget *parent);

} // namespace sparkler::gui
