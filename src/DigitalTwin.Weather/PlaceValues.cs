namespace DigitalTwin.Weather;

/// <summary>The weather of n places at one time, an array per quantity. NaN where no station knows it.</summary>
internal sealed class PlaceValues
{
    private readonly double[][] all;

    public PlaceValues(int places)
    {
        all = new double[18][];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new double[places];
            Array.Fill(all[i], double.NaN);
        }
    }

    public int Places => all[0].Length;

    public double[] AirTemperature => all[0];

    public double[] RelativeHumidity => all[1];

    public double[] DewPoint => all[2];

    public double[] Pressure => all[3];

    public double[] WindSpeed => all[4];

    public double[] WindDirection => all[5];

    public double[] Gust => all[6];

    public double[] CloudCover => all[7];

    public double[] Visibility => all[8];

    public double[] GroundTemperature => all[9];

    public double[] RoadTemperature => all[10];

    public double[] GlobalRadiation => all[11];

    public double[] DirectRadiation => all[12];

    public double[] DiffuseRadiation => all[13];

    public double[] InfraredRadiation => all[14];

    public double[] Precipitation => all[15];

    public double[] Rain => all[16];

    public double[] Snow => all[17];

    public void CopyTo(PlaceValues other)
    {
        for (var i = 0; i < all.Length; i++) all[i].CopyTo(other.all[i], 0);
    }

    public void WriteTo(BinaryWriter writer)
    {
        foreach (var values in all)
            foreach (var value in values) writer.Write(value);
    }

    public void ReadFrom(BinaryReader reader)
    {
        foreach (var values in all)
            for (var p = 0; p < values.Length; p++) values[p] = reader.ReadDouble();
    }
}
