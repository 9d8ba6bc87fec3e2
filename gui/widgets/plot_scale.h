#pragma once

#include <QString>
#include <vector>

namespace sparkler::gui {

enum class PlotUnit { Count, Percent, Bytes, BytesPerSecond, OperationsPerSecond, Milliseconds, Microseconds };

/// Axis from 0 to `top` with round steps.
struct PlotScale {
    double top = 1;
    double step = 1;
    std::vector<double> ticks() const;
};

/// The smallest round scale that holds `largest` with at most `maxTicks` steps. Byte units step in powers of 1024.
PlotScale plotScale(double largest, PlotUnit unit, int maxTicks = 4);
/// "12.5 MiB/s", "37 %", "1.2 k/s", "–" for NaN.
QString formatPlotValue(double value, PlotUnit unit);

} // namespace sparkler::gui
