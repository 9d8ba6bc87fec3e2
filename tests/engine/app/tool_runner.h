#pragma once

#include "app/tools/tool.h"

#include <QByteArray>
#include <string>
#include <vector>

namespace sparkler::test {

/// Runs the tool in this process, as if called as `program`.
inline tools::Outcome run(std::string_view program, const std::vector<std::string> &words)
{
    std::vector<const char *> pointers;
    for (const std::string &word : words)
        pointers.push_back(word.c_str());
    return tools::runTool(program, pointers);
}

inline QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace sparkler::test
