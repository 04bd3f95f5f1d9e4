namespace DigitalTwin.Cities.BeiDou;

/// <summary>One cell of the grid: its code and the degrees it covers (west and south edges belong to it in the north-east quadrant).</summary>
/// <param name="Code">Code.</param>
/// <param name="Level">1 to 10.</param>
/// <param name="West">Western edge, degrees east.</param>
/// <param name="South">Southern edge, degrees north.</param>
/// <param name="East">Eastern edge, degrees east.</param>
/// <param name="North">Northern edge, degrees north.</param>
public readonly record struct BeiDouCell(string Code, int Level, decimal West, decimal South, decimal East, decimal North);
