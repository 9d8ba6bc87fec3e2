#include "client/snippets.h"

#include "client/json.h"

#include <QJsonArray>
#include <QStringDecoder>

#include <algorithm>
#include <limits>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

bool isPlain(QChar c, QStringView extra)
{
    const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    return letter || extra.contains(c);
}

/// One word of a POSIX shell. Nothing is special between single quotes but the quote itself.
QString shellQuote(const QString &text)
{
    const auto plain = [](QChar c) { return isPlain(c, u"/_.-:,+@"); };
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), plain))
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

/// The text, if it can stand in a command line: UTF-8 without control characters other than tab and line feed.
std::optional<QString> printable(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    const bool clean = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    });
    if (decoder.hasError() || !clean)
        return std::nullopt;
    return text;
}

/// `printf` with every byte as an octal escape: for what no command line can hold.
QString printfCommand(const QByteArray &bytes)
{
    QString format;
    for (const char c : bytes)
        format += u'\\' + QString::number(static_cast<unsigned char>(c), 8).rightJustified(3, u'0');
    return u"printf '"_s + format + u'\'';
}

/// The URL, and the exact request target where curl would change or interpret what stands in the URL.
QString target(const QString &path)
{
    QString sent;
    for (const QChar c : path) {
        if (c.unicode() <= 0x20 || c.unicode() == 0x7f)
            sent += u'%' + QString::number(c.unicode(), 16).toUpper().rightJustified(2, u'0');
        else
            sent += c;
    }
    const auto plain = [](QChar c) { return isPlain(c, u"/_-.=&?%"); };
    if (sent.startsWith(u'/') && !sent.contains(u".."_s) && !sent.contains(u"/."_s) &&
        std::all_of(sent.begin(), sent.end(), plain))
        return shellQuote(u"http://localhost"_s + sent);
    return u"--request-target "_s + shellQuote(sent.isEmpty() ? u"/"_s : sent) + u" http://localhost/"_s;
}

QString command(const Exchange &exchange, const QString &quotedSocket)
{
    QString line = u"curl --unix-socket "_s + quotedSocket;
    const QString method = QString::fromUtf8(exchange.method);
    if (method != u"GET"_s || !exchange.requestBody.isEmpty())
        line += u" -X "_s + shellQuote(method);
    line += u' ' + target(exchange.path);
    if (exchange.requestBody.isEmpty())
        return line;
    line += u" -H 'Content-Type: application/json'"_s;
    if (const auto text = printable(exchange.requestBody))
        return line + u" --data-raw "_s + shellQuote(*text);
    return printfCommand(exchange.requestBody) + u" | "_s + line + u" --data-binary @-"_s;
}

/// A Go string literal.
QString goQuote(const QString &text)
{
    QString literal = u"\""_s;
    for (const QChar c : QString::fromUtf8(text.toUtf8())) { // lone surrogates become U+FFFD
        if (c == u'"' || c == u'\\')
            literal += QString(u'\\') + c;
        else if (c == u'\n')
            literal += u"\\n"_s;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0xfeff)
            literal += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            literal += c;
    }
    return literal + u'"';
}

QString goBool(bool value)
{
    return u"firecracker.Bool("_s + (value ? u"true"_s : u"false"_s) + u')';
}

QString goString(const QString &value)
{
    return u"firecracker.String("_s + goQuote(value) + u')';
}

QString goInt(quint64 value)
{
    constexpr quint64 kMost = static_cast<quint64>(std::numeric_limits<qint64>::max());
    return u"firecracker.Int64("_s + QString::number(std::min(value, kMost)) + u')';
}

struct GoField {
    QString name;
    QString value;
};

/// The fields of a composite literal, aligned as gofmt does; a value of several lines ends an alignment block.
QString goFields(const QList<GoField> &fields, int depth)
{
    const QString indent(depth, u'\t');
    QString text;
    for (qsizetype begin = 0; begin < fields.size();) {
        qsizetype end = begin;
        qsizetype width = 0;
        while (end < fields.size() && !fields[end].value.contains(u'\n'))
            width = std::max(width, fields[end++].name.size());
        for (; begin < end; ++begin)
            text +=
                indent + QString(fields[begin].name + u':').leftJustified(width + 2) + fields[begin].value + u",\n"_s;
        if (begin < fields.size()) {
            text += indent + fields[begin].name + u": "_s + fields[begin].value + u",\n"_s;
            ++begin;
        }
    }
    return text;
}

QString goLiteral(const QString &type, const QList<GoField> &fields, int depth)
{
    return type + u"{\n"_s + goFields(fields, depth + 1) + QString(depth, u'\t') + u'}';
}

QString goBucket(const TokenBucket &bucket, int depth)
{
    QList<GoField> fields{{u"Size"_s, goInt(bucket.size)}, {u"RefillTime"_s, goInt(bucket.refillTimeMs)}};
    if (bucket.oneTimeBurst)
        fields.append({u"OneTimeBurst"_s, goInt(*bucket.oneTimeBurst)});
    return goLiteral(u"&models.TokenBucket"_s, fields, depth);
}

QString goLimiter(const RateLimiter &limiter, int depth)
{
    QList<GoField> fields;
    if (limiter.bandwidth)
        fields.append({u"Bandwidth"_s, goBucket(*limiter.bandwidth, depth + 1)});
    if (limiter.ops)
        fields.append({u"Ops"_s, goBucket(*limiter.ops, depth + 1)});
    return goLiteral(u"&models.RateLimiter"_s, fields, depth);
}

QString goDrive(const Drive &drive, int depth)
{
    QList<GoField> fields{{u"DriveID"_s, goString(drive.driveId)},
                          {u"PathOnHost"_s, goString(drive.pathOnHost)},
                          {u"IsRootDevice"_s, goBool(drive.isRootDevice)},
                          {u"IsReadOnly"_s, goBool(drive.isReadOnly)}};
    if (!drive.partuuid.isEmpty())
        fields.append({u"Partuuid"_s, goQuote(drive.partuuid)});
    if (drive.cacheType == CacheType::Writeback)
        fields.append({u"CacheType"_s, goString(u"Writeback"_s)});
    if (drive.ioEngine == IoEngine::Async)
        fields.append({u"IoEngine"_s, goString(u"Async"_s)});
    if (drive.rateLimiter && (drive.rateLimiter->bandwidth || drive.rateLimiter->ops))
        fields.append({u"RateLimiter"_s, goLimiter(*drive.rateLimiter, depth + 1)});
    return goLiteral({}, fields, depth);
}

QString goMachine(const MachineConfig &machine)
{
    QList<GoField> fields{{u"VcpuCount"_s, goInt(static_cast<quint64>(std::max(machine.vcpuCount, 0)))},
                          {u"MemSizeMib"_s, goInt(machine.memSizeMib)},
                          {u"Smt"_s, goBool(machine.smt)},
                          {u"TrackDirtyPages"_s, goBool(machine.trackDirtyPages)}};
    if (!machine.cpuTemplate.isEmpty())
        fields.append({u"CPUTemplate"_s, u"models.CPUTemplate("_s + goQuote(machine.cpuTemplate) + u')'});
    return goLiteral(u"models.MachineConfiguration"_s, fields, 2);
}

/// What the SDK's configuration has no field for, as comments: nothing is left out silently.
QString goLeftOut(const VmConfig &config)
{
    QStringList left;
    if (config.machine.hugePages != HugePages::None)
        left.append(u"machine-config.huge_pages"_s);
    VmConfig devices = config;
    devices.drives.clear();
    QJsonObject sections = toJson(devices);
    for (const QString &key : {u"boot-source"_s, u"drives"_s, u"machine-config"_s})
        sections.remove(key);
    left += sectionsInUse(sections);
    QString text;
    for (const QString &name : left)
        text += u"\t// Not carried over: "_s + goQuote(name) + u'\n';
    return text;
}

constexpr QStringView kGoHead = uR"(package main

import (
	"context"
	"log"

	firecracker "github.com/firecracker-microvm/firecracker-go-sdk"
	"github.com/firecracker-microvm/firecracker-go-sdk/client/models"
)

func main() {
	ctx := context.Background()
)";
constexpr QStringView kGoTail = uR"(
	command := firecracker.VMCommandBuilder{}.
		WithBin("sparkler-engine").
		WithSocketPath(config.SocketPath).
		Build(ctx)
	machine, err := firecracker.NewMachine(ctx, config, firecracker.WithProcessRunner(command))
	if err != nil {
		log.Fatal(err)
	}
	if err := machine.Start(ctx); err != nil {
		log.Fatal(err)
	}
	if err := machine.Wait(ctx); err != nil {
		log.Fatal(err)
	}
}
)";

} // namespace

QString curlCommand(const Exchange &exchange, const QString &socketPath)
{
    return command(exchange, shellQuote(socketPath));
}

QString curlScript(const QList<Exchange> &exchanges, const QString &socketPath)
{
    QString script = u"#!/bin/sh\nset -eu\nsocket="_s + shellQuote(socketPath) + u"\n\n"_s;
    for (const Exchange &exchange : exchanges)
        script += command(exchange, u"\"$socket\""_s) + u'\n';
    return script;
}

QString configurationFile(const VmConfig &config)
{
    return QString::fromUtf8(QJsonDocument(toJson(config)).toJson(QJsonDocument::Indented));
}

QString goSdkProgram(const VmConfig &config, const QString &socketPath)
{
    QList<GoField> fields{{u"SocketPath"_s, goQuote(socketPath)},
                          {u"KernelImagePath"_s, goQuote(config.bootSource.kernelImagePath)}};
    if (!config.bootSource.initrdPath.isEmpty())
        fields.append({u"InitrdPath"_s, goQuote(config.bootSource.initrdPath)});
    if (config.bootSource.bootArgs)
        fields.append({u"KernelArgs"_s, goQuote(*config.bootSource.bootArgs)});
    if (!config.drives.isEmpty()) {
        QString drives = u"[]models.Drive{\n"_s;
        for (const Drive &drive : config.drives)
            drives += u"\t\t\t"_s + goDrive(drive, 3) + u",\n"_s;
        fields.append({u"Drives"_s, drives + u"\t\t}"_s});
    }
    fields.append({u"MachineCfg"_s, goMachine(config.machine)});
    return kGoHead + goLeftOut(config) + u"\tconfig := "_s + goLiteral(u"firecracker.Config"_s, fields, 1) + u'\n' +
           kGoTail;
}

} // namespace sparkler::gui
