#include "mmds/token_authority.h"

#include <QByteArray>
#include <QTest>

#include <algorithm>

using namespace sparkler;
using namespace sparkler::mmds;

namespace {

using TimePoint = TokenAuthority::TimePoint;
using namespace std::chrono_literals;

constexpr TimePoint kNow{1'000'000'500us};

/// Counts up, so that nothing repeats and every run is the same.
RandomSource counting(unsigned char next = 0)
{
    return [next](std::span<std::byte> out) mutable -> Result<> {
        for (std::byte &b : out)
            b = std::byte{next++};
        return {};
    };
}

std::string issued(TokenAuthority &authority, std::uint32_t seconds, TimePoint now = kNow)
{
    return authority.issue(seconds, now).value();
}

} // namespace

class TestTokenAuthority : public QObject {
    Q_OBJECT
private slots:
    void hasTheForm();
    void knownAnswer();
    void isValidUntilItExpires();
    void noTwoAreEqual();
    void belongsToOneInstance();
    void belongsToOneProcess();
    void anyChangedCharacterCounts();
    void refusesForeignTexts_data();
    void refusesForeignTexts();
    void replacesTheKey();
    void reportsMissingRandomness();
};

void TestTokenAuthority::hasTheForm()
{
    TokenAuthority authority("anonymous-instance");
    QVERIFY(authority.prepare());
    const std::string token = issued(authority, 60);
    QCOMPARE(token.size(), std::size_t{48});
    QCOMPARE(QByteArray::fromBase64Encoding(token.c_str(), QByteArray::AbortOnBase64DecodingErrors).decoded.size(),
             12 + 8 + 16);
}

/// Made with another implementation of ChaCha20-Poly1305 (OpenSSL's, by Python): key 00..1f, nonce 20..2b, the expiry
/// 1060000 as 8 bytes little endian, AAD "microvmid=anonymous-instance".
void TestTokenAuthority::knownAnswer()
{
    TokenAuthority authority("anonymous-instance", counting());
    QCOMPARE(issued(authority, 60), std::string("ICEiIyQlJicoKSor08uYfBHv/DrVlVHPQViD6QCiDYpOFlo8"));
}

void TestTokenAuthority::isValidUntilItExpires()
{
    TokenAuthority authority("anonymous-instance");
    const std::string token = issued(authority, 1);
    const std::string longest = issued(authority, TokenAuthority::kMaxTtlSeconds);
    QVERIFY(authority.isValid(token, kNow));
    QVERIFY(authority.isValid(token, kNow + 999ms));
    QVERIFY(!authority.isValid(token, kNow + 1000ms));
    QVERIFY(!authority.isValid(token, kNow + 1h));
    QVERIFY(authority.isValid(longest, kNow + 21599s));
    QVERIFY(!authority.isValid(longest, kNow + 21600s));
}

void TestTokenAuthority::noTwoAreEqual()
{
    TokenAuthority authority("anonymous-instance");
    QVERIFY(issued(authority, 60) != issued(authority, 60));
}

void TestTokenAuthority::belongsToOneInstance()
{
    TokenAuthority one("one", counting());
    TokenAuthority other("other", counting()); // the same key
    const std::string token = issued(one, 60);
    QVERIFY(other.prepare());
    QVERIFY(one.isValid(token, kNow));
    QVERIFY(!other.isValid(token, kNow));
}

void TestTokenAuthority::belongsToOneProcess()
{
    TokenAuthority before("same");
    TokenAuthority after("same");
    const std::string token = issued(before, 60);
    QVERIFY(!after.isValid(token, kNow)); // no key yet
    QVERIFY(after.prepare());
    QVERIFY(!after.isValid(token, kNow));
}

void TestTokenAuthority::anyChangedCharacterCounts()
{
    TokenAuthority authority("anonymous-instance");
    const std::string token = issued(authority, 60);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY(!authority.isValid(changed, kNow));
    }
    QVERIFY(authority.isValid(token, kNow));
}

void TestTokenAuthority::refusesForeignTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("not a token");
    QTest::newRow("padding") << QByteArray("====");
    QTest::newRow("35 bytes") << QByteArray(35, 'x').toBase64();
    QTest::newRow("36 bytes") << QByteArray(36, 'x').toBase64();
    QTest::newRow("37 bytes") << QByteArray(37, 'x').toBase64();
    QTest::newRow("70 characters") << QByteArray(70, 'A');
    QTest::newRow("71 characters") << QByteArray(71, 'A');
    QTest::newRow("2000 characters") << QByteArray(2000, 'A');
    QTest::newRow("NULs") << QByteArray(48, '\0');
    QTest::newRow("high bytes") << QByteArray(48, '\xff');
}

void TestTokenAuthority::refusesForeignTexts()
{
    QFETCH(QByteArray, text);
    TokenAuthority authority("anonymous-instance");
    QVERIFY(authority.prepare());
    QVERIFY(!authority.isValid({text.data(), static_cast<std::size_t>(text.size())}, kNow));
}

void TestTokenAuthority::replacesTheKey()
{
    TokenAuthority authority("anonymous-instance", hostRandom, 2);
    const std::string first = issued(authority, 60);
    const std::string second = issued(authority, 60);
    QVERIFY(authority.isValid(first, kNow) && authority.isValid(second, kNow));
    const std::string third = issued(authority, 60);
    QVERIFY(authority.isValid(third, kNow));
    QVERIFY(!authority.isValid(first, kNow) && !authority.isValid(second, kNow));
}

void TestTokenAuthority::reportsMissingRandomness()
{
    bool works = false;
    TokenAuthority authority("anonymous-instance", [&works](std::span<std::byte> out) -> Result<> {
        std::ranges::fill(out, std::byte{7});
        return works ? Result<>{} : fail(ErrorKind::Host, "no entropy", 5);
    });
    const auto prepared = authority.prepare();
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().text, std::string("Token Authority error: no entropy"));
    QCOMPARE(prepared.error().hostErrno, 5);
    QVERIFY(!authority.issue(60, kNow));
    works = true;
    QVERIFY(authority.prepare());
    works = false;
    QCOMPARE(authority.issue(60, kNow).error().text, std::string("Token Authority error: no entropy"));
}

QTEST_APPLESS_MAIN(TestTokenAuthority)
#include "tst_token_authority.moc"
