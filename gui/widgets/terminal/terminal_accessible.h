#pragma once

namespace sparkler::gui {

/// Makes screen readers see a TerminalView as a terminal whose text is what is on view. Safe to call often; GUI thread.
void installTerminalAccessibility();

} // namespace sparkler::gui
