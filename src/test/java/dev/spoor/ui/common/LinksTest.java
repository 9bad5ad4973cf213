package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {
    @ParameterizedTest @ValueSource(strings = {"https://attack.mitre.org/techniques/T1649/", "http://intranet.nwf.example/a?b=c#d", "HTTPS://NWF.EXAMPLE/"})
    void aWebAddressMayBeOpened(String link) {
        assertEquals(Optional.of(URI.create(link)), Links.target(link));
    }

    @ParameterizedTest @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://known.example@other.example/", "ftp://nwf.example/",
            "https:///path", "//nwf.example/x", "relative/page.html", "https://nwf.example/\u202egpj.exe", "https://аpple.example/", "https://nwf.example/a b", "", "smb://x/y",
            "https://[::1", "\\\\host\\share", "https://nwf.example/\0"})
    void everythingElseIsText(String link) {
        assertEquals(Optional.empty(), Links.target(link));
    }
}
