#include "manager/cpu_report.h"

#include "client/json.h"

#include <QJsonArray>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostRows = 4096; ///< of any list; the tool has some hundred

/// "0x80000001"; 0 when it is no such number.
quint32 hexNumber(const QJsonValue &value)
{
    return value.toString().toUInt(nullptr, 16);
}

CpuVerdict verdictFrom(const QJsonObject &object)
{
    return {object.value("fits"_L1).toBool(), object.value("reason"_L1).toString()};
}

CpuTemplateWarning warningFrom(const QJsonObject &object)
{
    using Kind = CpuTemplateWarning::Kind;
    const QString kind = object.value("kind"_L1).toString();
    return {kind == "not_offered"_L1 ? Kind::NotOffered
            : kind == "overruled"_L1 ? Kind::Overruled
            : kind == "flags"_L1     ? Kind::Flags
                                     : Kind::Other,
            object.value("name"_L1).toString(), object.value("message"_L1).toString()};
}

CpuFeature featureFrom(const QJsonObject &object)
{
    CpuFeature feature;
    feature.leaf = hexNumber(object.value("leaf"_L1));
    feature.subleaf = hexNumber(object.value("subleaf"_L1));
    feature.reg = object.value("register"_L1).toString();
    feature.bit = object.value("bit"_L1).toInt();
    feature.name = object.value("name"_L1).toString();
    feature.meaning = object.value("meaning"_L1).toString();
    feature.host = object.value("host"_L1).toBool();
    const QString change = object.value("template"_L1).toString();
    feature.change = change == "set"_L1       ? CpuFeature::Change::Set
                     : change == "cleared"_L1 ? CpuFeature::Change::Cleared
                                              : CpuFeature::Change::Host;
    if (const QJsonValue guest = object.value("guest"_L1); guest.isBool())
        feature.guest = guest.toBool();
    return feature;
}

SnapshotCpuProblem problemFrom(const QJsonObject &object)
{
    using Kind = SnapshotCpuProblem::Kind;
    static constexpr std::pair<QLatin1StringView, Kind> kKinds[] = {{"vendor"_L1, Kind::Vendor},
                                                                    {"feature"_L1, Kind::Feature},
                                                                    {"assurance"_L1, Kind::Assurance},
                                                                    {"msr"_L1, Kind::Msr},
                                                                    {"refused"_L1, Kind::Refused}};
    SnapshotCpuProblem problem;
    const QString kind = object.value("kind"_L1).toString();
    for (const auto &[text, value] : kKinds) {
        if (kind == text)
            problem.kind = value;
    }
    problem.name = object.value("name"_L1).toString();
    problem.message = object.value("message"_L1).toString();
    return problem;
}

/// The rows of the list `key`, each an object. False: it is no such list.
template <typename T>
bool readRows(const QJsonObject &document, QLatin1StringView key, T (*read)(const QJsonObject &), QList<T> &out)
{
    if (!document.value(key).isArray())
        return false;
    const QJsonArray rows = document.value(key).toArray();
    if (rows.size() > kMostRows)
        return false;
    for (const QJsonValue &row : rows) {
        if (!row.isObject())
            return false;
        out << read(row.toObject());
    }
    return true;
}

std::unexpected<QString> noList(QLatin1StringView key)
{
    return std::unexpected<QString>(key + u": expected a list of objects"_s);
}

} // namespace

std::expected<CpuReport, QString> cpuReportFromJson(const QByteArray &json)
{
    const JsonResult<QJsonObject> document = parseObject(json);
    if (!document)
        return std::unexpected(document.error());
    CpuReport report;
    const QJsonObject host = document->value("host"_L1).toObject();
    report.vendor = host.value("vendor"_L1).toString();
    report.brand = host.value("brand"_L1).toString();
    report.family = host.value("family"_L1).toInt();
    report.model = host.value("model"_L1).toInt();
    report.stepping = host.value("stepping"_L1).toInt();
    const auto named = [](const QJsonObject &object) {
        return NamedCpuTemplate{object.value("name"_L1).toString(), verdictFrom(object)};
    };
    if (!readRows<NamedCpuTemplate>(*document, "templates"_L1, named, report.templates))
        return noList("templates"_L1);
    const QJsonObject chosen = document->value("chosen"_L1).toObject();
    if (!chosen.value("fits"_L1).isBool())
        return std::unexpected(u"chosen.fits: expected true or false"_s);
    report.chosen = verdictFrom(chosen);
    report.templateText = chosen.value("template"_L1).toString();
    if (!readRows(chosen, "warnings"_L1, &warningFrom, report.warnings))
        return noList("warnings"_L1);
    if (!readRows(*document, "features"_L1, &featureFrom, report.features))
        return noList("features"_L1);
    return report;
}

std::expected<SnapshotCpuVerdict, QString> snapshotCpuFromJson(const QByteArray &json)
{
    const JsonResult<QJsonObject> document = parseObject(json);
    if (!document)
        return std::unexpected(document.error());
    SnapshotCpuVerdict verdict;
    verdict.vendor = document->value("vendor"_L1).toString();
    if (!readRows(*document, "problems"_L1, &problemFrom, verdict.problems))
        return noList("problems"_L1);
    if (!readRows(*document, "warnings"_L1, &problemFrom, verdict.warnings))
        return noList("warnings"_L1);
    return verdict;
}

} // namespace sparkler::gui
