#pragma once

#include "base/arguments.h"
#include "jailer/privileged/options.h"
#include "jailer/privileged/settings.h"
#include "support/temp_files.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::test {

/// Words separated by blanks.
inline std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    while (!line.empty()) {
        const std::string_view word = line.substr(0, line.find(' '));
        if (!word.empty())
            words.emplace_back(word);
        line.remove_prefix(std::min(line.size(), word.size() + 1));
    }
    return words;
}

/// A host made of files: an engine to jail, a place for jails, and mounts and devices as a test wishes.
class PretendedHost {
public:
    PretendedHost()
    {
        std::filesystem::create_directories(base());
        writeFile(engine(), "a program");
        setMounts("");
        setMisc("");
    }

    std::string engine() const { return m_directory.file("firecracker"); }
    std::string base() const { return m_directory.file("jails"); }
    const std::string &path() const { return m_directory.path(); }
    std::string file(std::string_view name) const { return m_directory.file(name); }
    /// DIR stands for the directory of this host.
    void setMounts(std::string text) const
    {
        replace(text, "DIR", path());
        writeFile(file("mounts"), text);
    }
    void setMisc(std::string_view text) const { writeFile(file("misc"), text); }
    jail::HostFiles files() const { return {.mounts = file("mounts"), .misc = file("misc")}; }

    /// `line` with the names of this host in the place of ENGINE, BASE and DIR.
    std::vector<std::string> words(std::string_view line) const
    {
        std::vector<std::string> all = wordsOf(line);
        for (std::string &word : all) {
            replace(word, "ENGINE", engine());
            replace(word, "BASE", base());
            replace(word, "DIR", m_directory.path());
        }
        return all;
    }
    /// What the options mean here; all errors are texts, those of the grammar, too.
    Result<jail::Settings> settings(std::string_view line) const
    {
        const std::vector<std::string> all = words(line);
        std::vector<const char *> pointers;
        for (const std::string &word : all)
            pointers.push_back(word.c_str());
        const auto parsed = ArgumentGrammar(jail::privilegedOptions()).parse(pointers);
        if (!parsed)
            return fail(ErrorKind::InvalidInput, parsed.error().text());
        return jail::makeSettings(*parsed, files());
    }
    /// `text` with this host's names taken out again, so that it can be compared.
    std::string generic(std::string text) const
    {
        replace(text, engine(), "ENGINE");
        replace(text, base(), "BASE");
        replace(text, m_directory.path(), "DIR");
        return text;
    }
    std::string errorOf(std::string_view line) const
    {
        const auto made = settings(line);
        return made ? std::string("no error") : generic(made.error().text);
    }

private:
    static void replace(std::string &text, std::string_view from, std::string_view to)
    {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
    }

    TempDir m_directory;
};

} // namespace sparkler::test
