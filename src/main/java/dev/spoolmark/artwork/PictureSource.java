package dev.spoolmark.artwork;

/// Where pictures come from.
@FunctionalInterface
public interface PictureSource {

    /// Asks for the picture at an address.
    PictureAnswer fetch(String address);

    /// For servers that ask nobody.
    static PictureSource none() {
        return address -> new PictureAnswer.NotThere();
    }
}
