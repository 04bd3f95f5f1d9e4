namespace DigitalTwin.Buildings.Step;

/// <summary>What can be wrong in a file that is ISO 10303-21 on the whole. Each is reported as a warning that names the record, its byte offset and its line.</summary>
public enum StepFault
{
    /// <summary>A <c>#</c> without a number of at most 18 digits, or without <c>=</c> and an entity name behind it: the record is left out.</summary>
    BadRecordStart,

    /// <summary>A string that is not closed before the next record begins: the record is left out.</summary>
    OpenString,

    /// <summary>The next record begins before a semicolon: the record is kept as far as it goes.</summary>
    NoSemicolon,

    /// <summary>The file ends within a record, which is left out.</summary>
    CutOff,

    /// <summary>An earlier record has the same id: the later one is left out.</summary>
    RepeatedId,

    /// <summary>Text between records that is no record: it is left out.</summary>
    StrayText,

    /// <summary>Values that do not follow the grammar: the record is left out when it is asked for.</summary>
    BadValue,

    /// <summary>Nothing where a value is expected, as in <c>A(,1)</c>: it is read as <c>$</c>.</summary>
    EmptyValue,

    /// <summary>A string with an escape that means nothing: its text is kept as written.</summary>
    BadEscape,
}
